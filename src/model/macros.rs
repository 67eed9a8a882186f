//! Two declarations: [`entity!`](crate::entity) for structs, [`words!`](crate::words) for fixed sets of words.

/// Declares an entity once: its struct, its table of fields and its decoder.
///
/// `field: Type` must be there unless the type can be missing (`Option`, `Vec`, …);
/// `field: Type = value` has a default; `field as "key": Type` is written as `key` in YAML.
/// Every entity also takes `extra:`, which is passed to templates unread.
#[macro_export]
macro_rules! entity {
    (
        $(#[doc = $doc:literal])*
        pub struct $Name:ident as $word:literal {
            $( $(#[doc = $field_doc:literal])+ $field:ident $(as $key:literal)? : $Type:ty $(= $default:expr)? ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone)]
        pub struct $Name {
            /// Where it is written.
            pub origin: $crate::diag::Place,
            $( $(#[doc = $field_doc])+ pub $field: $Type, )*
            /// Passed to templates unread.
            pub extra: $crate::model::Extra,
        }

        impl $crate::model::Decode for $Name {
            const TYPE: &'static str = $word;
            const DOC: &'static str = concat!("" $(, $doc)*);
            const FIELDS: &'static [$crate::model::Field] = &[
                $( $crate::model::Field {
                    key: $crate::entity!(@key $field $($key)?),
                    takes: <$Type as $crate::model::Decode>::TYPE,
                    required: <$Type as $crate::model::Decode>::REQUIRED $(&& { let _ = stringify!($default); false })?,
                    default: concat!("" $(, stringify!($default))?),
                    doc: concat!($($field_doc),+),
                    item: <$Type as $crate::model::Decode>::ITEM,
                    words: <$Type as $crate::model::Decode>::TABLE,
                    refers: <$Type as $crate::model::Decode>::REFERS,
                    fields: <$Type as $crate::model::Decode>::FIELDS,
                }, )*
            ];

            fn decode(node: &$crate::model::Node, cx: &mut $crate::model::Cx) -> Option<Self> {
                cx.declare(Self::TYPE, Self::FIELDS, node);
                let map = $crate::model::MapReader::open(node, Self::TYPE, Self::FIELDS, cx)?;
                $( let $field = $crate::entity!(@read map cx ($crate::entity!(@key $field $($key)?)) ($Type) $($default)?); )*
                Some(Self { origin: cx.place(node.span), $( $field: $field?, )* extra: map.extra() })
            }
        }
    };
    (@key $field:ident $key:literal) => { $key };
    (@key $field:ident) => { stringify!($field) };
    (@read $map:ident $cx:ident ($key:expr) ($Type:ty)) => { $map.field::<$Type>($key, $cx) };
    (@read $map:ident $cx:ident ($key:expr) ($Type:ty) $default:expr) => { $map.field_or::<$Type>($key, $cx, || $default) };
}

/// Declares a fixed set of words as an enum that decodes itself and suggests the nearest word.
#[macro_export]
macro_rules! words {
    (
        $(#[doc = $doc:literal])*
        pub enum $Name:ident { $( $(#[doc = $word_doc:literal])+ $Variant:ident = $word:literal ),* $(,)? }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name { $( $(#[doc = $word_doc])+ $Variant, )* }

        impl $Name {
            /// All of them, in the order of the reference.
            pub const ALL: &'static [Self] = &[ $( Self::$Variant, )* ];
            /// The words as written.
            pub const WORDS: &'static [&'static str] = &[ $( $word, )* ];

            /// As written in the files.
            pub fn word(self) -> &'static str {
                match self { $( Self::$Variant => $word, )* }
            }

            /// From the word as written.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some(Self::$Variant), )* _ => None }
            }
        }

        impl $crate::model::Decode for $Name {
            const TYPE: &'static str = concat!("one of:" $(, " ", $word)*);
            const TABLE: &'static [$crate::model::Word] = &[ $( $crate::model::Word {
                variant: stringify!($Variant),
                word: $word,
                doc: concat!($($word_doc),+),
            }, )* ];

            fn decode(node: &$crate::model::Node, cx: &mut $crate::model::Cx) -> Option<Self> {
                cx.word(node, Self::WORDS).and_then(Self::from_word)
            }
        }
    };
}
