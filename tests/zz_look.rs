//! tmp
use mentorbook::{diag::*};
use std::borrow::Cow;
struct F(String);
impl Files for F { fn name(&self,_:FileId)->&str{"x.yaml"} fn text(&self,_:FileId)->Cow<'_,str>{Cow::Borrowed(&self.0)} fn private(&self,_:FileId)->bool{false} }
#[test]
fn look() {
    for t in ["a: 1\ntext: \"Great\" she said\nb: 2\n","- note: a: b\n","title: Mentor's guide: part 1\n","text: What is it\n  you want: now\nb: 1\n","- id: a\n  name: A\nid: b\n","- id: a\n  name: A\n  - id: b\n","a:\n  b: 1\n    c: 2\n","audience: [mentor, mentee\nb: 1\n","a: [mentor, mentee\n","text: 'It's fine'\nb: 1\n","text: \"He said \"no\" again\"\n","text: \"C:\\path\"\n","name：Tandem\nweeks: 2\n","a: 1\nname：Tandem\nweeks: 2\n","a: 1\n b: 2\n","key: value\n  - x\n  - y\n","a: {b: 1\nc: 2\n","a: b}\n", "a: [x]]\n", "- a\nb: 1\n","a: 1\n- b\n","<html>\n<b>: x\n","# Title\n\nText: with: colons\n","a: *\n","text: ¿Qué: tal?\n","a: |\n  x\n y\nb: 1\n","a: !\n","a: 'x\n\n\nb: \"y\"\nc: don't\n","a: \"x\\\"\nb: 2\n","questions:\n- id: x\n  text: a\n   role: both\n","a:\n- x: 1\n y: 2\n","x: [a, b: c, d]\ny: [a\n","x: {a: b, c}\n  y: 1\n","“a”: b: c\n","a: 1\nb 2\n","a:\n  b\n  c: d\n", "a: - x\n   - y\n","text: [Ask] them: why\n","text: {name}, hello\n","text: `code`: x\n","--- a: 1\n","a: 1\n--\nb: 2\n","a: @maria: x\n","%a: 1\n"] {
        let mut found=Vec::new();
        let n = mentorbook::parse::yaml::parse(FileId(0), t, &mut found);
        println!("################ {t:?} {}", n.is_some());
        let mut out=Vec::new();
        emit(&found,&F(t.into()),&Look::default(),&mut out).unwrap();
        print!("{}",String::from_utf8(out).unwrap());
    }
}
