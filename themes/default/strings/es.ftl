# Todas las palabras de la interfaz, en español. Las mismas claves que en.ftl.

## Every page

skip-to-text = Ir al texto
menu = Menú
main-navigation = Principal
section-navigation = Esta sección
breadcrumbs = Dónde está esta página
other-sections = Otras secciones
on-this-page = En esta página
reading-order = Orden de lectura
previous-page = Anterior
next-page = Siguiente
last-changed = Último cambio: { $date }.
edit-page = Editar esta página
print = Imprimir
light = Claro
dark = Oscuro
fictional = { $name } es un programa ficticio. Sus personas y cifras son inventadas.
safety-question = ¿Te preocupa la seguridad de alguien?
# $verb is “call” or “write”; $contact is a phone number or an address, already a link.
safety = { $verb ->
    [write] Escribe a: { $role }, { $contact }.
   *[call] Llama a: { $role }, { $contact }.
}
safety-hours = { $verb ->
    [write] Escribe a: { $role }, { $contact }, { $hours }.
   *[call] Llama a: { $role }, { $contact }, { $hours }.
}
safety-emergency = Si hay peligro inmediato, llama al { $number }.
safety-not-here = No lo escribas aquí.
in-immediate-danger = Si hay peligro inmediato, llama al
read-more = Para leer más
contents = Contenido
week = Semana
weeks = Semanas
date = Fecha
time = Hora
starts = Empieza
to-be-set = por fijar
what-happens = Qué ocurre
with-whom = Con quién
for-whom = Para quién
add-to-calendar = Añadir al calendario
whom-to-write-to = A quién escribir
contact-instead = Si se trata de esa misma persona:

## The year

the-year = El año
phases = Fases
ruler = El año: { $weeks } semanas

## Home and role homes

where-do-you-come-in = ¿Por dónde entras?
your-next-date = Tu próxima fecha
not-going-well = Si no va bien
worth-having-at-hand = Conviene tener a mano
choose-your-cohort = Elige tu promoción
not-your-cohort = ¿No es tu promoción?
whole-schedule = el calendario completo
weeks-around-you = Tus próximas semanas
show-all-weeks = Mostrar todas las semanas
nothing-this-week = Nada en el calendario esta semana
first-meeting-on = ¿Cuándo os visteis por primera vez?

## Check-ins and phases

all-check-ins = Todas las revisiones
your-sheet = Tu hoja, antes de venir
when-it-is = Cuándo es
another-date = Si necesitas otra fecha, o prefieres no hacerla
questions-asked-here = Qué se pregunta
what-may-follow = Qué puede seguir
phase-entry = Preguntas al entrar
phase-exit = Preguntas antes de salir
phase-redesign = Qué rediseñar
phase-check-ins = Revisiones de esta fase
peer-questions = Preguntas para la reunión
meeting = Reunión
dates-of = Fechas: { $name }
which-is-it = ¿Cuál es tu caso?

## Run sheets and sheets

start-with-clock = Empezar con reloj
begins-at = Empieza a las
presenter = Reloj
left-in-step = quedan en este paso
of-total = de { $total }
step-back = Atrás
step-forward = Paso siguiente
pause = Pausar
go-on = Seguir
leave-presenter = Salir
may-say-aloud = Esto puedo decirlo en voz alta
sheet-stays-here = Lo que escribas se queda en esta página y se pierde al salir. Imprímela para guardarla.
belongs-to-this = Lo que va con esto

## Question bank

pick-theme-and-phase = Elige un tema y una fase
also = También
who-answers = Quién responde
anyone = Cualquiera
words-in-question = Palabras de la pregunta
all-questions = Todas las preguntas
near-this = Cerca de esto
shown-of = { $shown } de { $total }
show-all = Mostrar todas
print-as-cards = Imprimir como tarjetas
asked-at = Se pregunta en
where-asked = Dónde se pregunta
asked-nowhere = En ninguna fecha fija. Llévala a una reunión cuando la necesites.
possible-answers = Respuestas posibles
earlier-wordings = Redacciones anteriores
wordings-not-joined = Las respuestas a redacciones distintas nunca se unen en una serie.
until-date = hasta el { $date }

## Cohorts

schedule = Sesiones
calendar = Calendario
calendar-file = Suscribirse o descargar el archivo
calendar-how = Se abre en cualquier calendario. Las horas son las locales del programa.
dates-and-pauses = Otras fechas
other-cohorts = Otras promociones
outcomes = Qué salió de ello
design-in-force = El diseño de esta promoción
handbook-revision = Sigue el manual { $revision }.

## Search

search = Buscar
search-label = Buscar en el manual
search-loading = Cargando el índice…
search-none = No hay resultados. Prueba con menos letras o con otra palabra.
search-count = Pasajes encontrados: { $count }
search-needs-script = La búsqueda necesita JavaScript. El índice del manual muestra todas las páginas sin él.
filter-role = Para
filter-phase = Fase
filter-kind = Tipo
everything = todo

## Lost readers

not-found = Esta página no está aquí
not-found-text = Quizá se ha movido, o la dirección tiene una errata.
moved = Se ha movido: { $title }
moved-here = Esta página está ahora aquí

## Lo que las páginas dicen de los datos del programa
## En los datos breves, *…* señala las palabras que llevan el dato.

language-name = Español
date-range = { $from } a { $to }
yes = sí
no = no
everyone = todas las personas
edition-stamp = Edición { $name }
nav-handbook = Manual
nav-check-ins = Revisiones
nav-questions = Preguntas
nav-cohorts = Promociones
handbook = Manual
phases-title = Las fases del año
check-ins-title = Revisiones
questions-title = Banco de preguntas
questions-lead = { $n ->
    [one] Una pregunta, y dónde se hace.
   *[other] { $n } preguntas: qué preguntan, cuándo y a quién. Elige una casilla de la tabla para ver las suyas.
}
peer-meetings-title = Encuentros entre mentores
peer-meetings-lead = La dificultad es lo normal en una buena mentoría. Aquí los mentores se lo dicen unos a otros.
endings-title = Finales y nuevos emparejamientos
cohorts-title = Promociones
cohorts-lead = Cada grupo de personas que empezó a la vez: cuándo, cómo y qué resultó.
contacts-title = A quién escribir o llamar
contacts-lead = Cualquiera de estas personas te indicará a quién acudir si no es ella.
glossary-title = Las palabras que usamos
glossary-lead = Lo que significan aquí las palabras de este manual.
glossary-plural = plural: { $word }
search-title = Búsqueda
print-all-title = El manual completo
print-stamp = Último cambio: { $date }
not-found-title = Esta página no está aquí
footer-print = Imprimir el manual
footer-contacts = Contactos
footer-glossary = Glosario
all-sections = Todas las secciones
pages-n = { $n ->
    [one] una página
   *[other] { $n } páginas
}
source = Fuente: { $source }
license = Licencia: { $license }
source-license = Fuente: { $source }. Licencia: { $license }.
from-date = desde el { $date }

week-n = Semana { $n }
weeks-n = { $n ->
    [one] una semana
   *[other] { $n } semanas
}
weeks-range = Semanas { $from }–{ $to }
weeks-spoken = semanas { $weeks }
every-n-weeks = { $n ->
    [1] Cada semana
    [2] Cada dos semanas
    [3] Cada tres semanas
    [4] Cada cuatro semanas
   *[other] Cada { $n } semanas
}
minutes-n = { $n ->
    [15] un cuarto de hora
    [30] media hora
    [60] una hora
    [90] una hora y media
    [120] dos horas
    [180] tres horas
   *[other] { $n } minutos
}
ruler-label = { $weeks }: { $what }
ruler-spoken = { $label }, de { $total } semanas
moment-facilitated = { $weeks }, con una persona facilitadora
moment-closing = Cierre
with-a-facilitator = Con una persona facilitadora externa.
stave-peer-meetings = Encuentros de mentores

fact-for = Para *{ $who }*
for-audience = para { $who }
fact-reading = { $n ->
    [one] *Un minuto* de lectura
   *[other] *{ $n } minutos* de lectura
}
fact-asked = Se pregunta en: *{ $where }*
fact-both-answer = Responden ambas personas
fact-role-answers = Responden: *{ $role }*
fact-scale = , de { $min } a { $max }
fact-theme = Sobre *{ $theme }*
held-by-pair = Entre *vosotros dos*
held-by-staff = Con *coordinación*
held-by-facilitator = Con una *persona facilitadora* externa

role-home-mentor = Tu año como mentor o mentora
role-home-mentee = Tu año como mentee
role-home-year = Tu año como { $role }
role-home-weeks = Tus { $weeks } semanas como { $role }
role-home-facilitator = Conducir una conversación
role-home-coordinator = El año de coordinación
role-home-mentor-lead = Qué hacer ahora, qué preguntar en la próxima reunión y a quién escribir.
role-home-mentee-lead = Qué hacer ahora, qué pedir en la próxima reunión y a quién escribir.
role-home-facilitator-lead = Los guiones, las dos hojas y las fechas: abre esta página una hora antes de empezar.
role-home-coordinator-lead = Todas las fechas de la promoción en un lugar, y las guías para el trabajo que hay detrás.
role-questions = { $n ->
    [one] Una pregunta para vuestra próxima reunión
    [2] Dos preguntas para vuestra próxima reunión
    [3] Tres preguntas para vuestra próxima reunión
   *[other] Preguntas para vuestra próxima reunión
}
role-week = Semana { $week } de { $total }.
role-phase-begins = Empieza la fase «{ $phase }».
role-phase = { $phase }.
phase-begins = Empieza la fase «{ $phase }»
with-your = Tu { $who }
with-your-facilitated = Tu { $who } y una persona facilitadora
role-before = { $cohort } empieza el { $date }.
role-after = { $cohort } terminó el { $date }.
trouble-stuck = ¿No avanzáis?
trouble-stuck-text = Cosas que probar en la próxima reunión, de una en una.
trouble-missed = ¿Faltasteis a una reunión?
trouble-missed-text = Qué escribir y qué hacer después.
trouble-stop = ¿Quieres dejarlo?
trouble-stop-text = Sin culpas. A quién acudir y cuánto tarda.
trouble-rematch = ¿Prefieres a otra persona?
trouble-rematch-text = Cómo pedirlo, y las palabras para hacerlo.
door-mentor = Das tu tiempo y dices lo que no puedes dar. Empieza la próxima reunión con una buena pregunta.
door-mentee = Tú marcas el rumbo. Encuentra palabras para pedir, cambiar y dejarlo.
door-facilitator = Conduces la conversación de la mitad. Guion, las dos hojas y el reloj.
door-facilitator-link = Conducir una revisión
door-coordinator = Mantienes el rumbo de toda la promoción. El trabajo del año, por semanas y por horas.
door-everyone-title = Los demás
door-everyone = Quieres juzgar por tu cuenta. Quién participó, cuándo y qué resultó.
door-everyone-link = Las promociones

check-in-informal = Preguntas dentro de las reuniones
check-in-monitoring = Nos ponemos en contacto
check-in-midpoint = Revisión a mitad de camino
check-in-phase_transition = Rediseño
check-in-end_individual = Mirar atrás, por separado
check-in-end_collective = Mirar atrás, en común
check-in-closure = ¿Está hecho el trabajo?
sheets-text = Cada persona escribe por su lado, uno o dos días antes.
sheets-minutes = Tiempo suficiente: { $time }.
asked-of-both = Se pregunta a ambas personas
asked-of = Se pregunta a: { $who }
heard-by = Lo que digas queda entre tú y { $who }.
tools = Para esta revisión
tools-facilitators = Para facilitar
run-sheet = Guion
run-sheet-minutes = Guion, { $time }
result-continue = Continuar
result-continue-text = Funciona. Seguís como estáis.
result-adjust = Ajustar
result-adjust-text = Cambiáis algo, con fecha.
result-pause = Pausar
result-pause-text = Paráis un tiempo. El reloj también se para.
result-rematch = Nuevo emparejamiento
result-rematch-text = Os despedís y buscáis a otra persona.
result-end = Terminar
result-end-text = Os despedís, con agradecimiento y una última conversación.
asked-expectations = La conversación inicial
asked-exit = Al salir de «{ $phase }»
asked-redesign = Rediseño tras «{ $phase }»
asked-measure = Encuesta: { $measure }
asked-wave-baseline = al principio
asked-wave-midpoint = a mitad
asked-wave-end = al final
asked-wave-follow_up = un tiempo después

sheet-of = { $id ->
    [mentor] La hoja de quien es mentor
   *[other] La hoja de quien es mentee
}
sheet-both = La hoja para ambas personas
sheet-expectations = Expectativas
set-role = { $name }: preguntas ({ $role })
set-all = { $name }: todas las preguntas
blank-check-in = { $when }, el
blank-date = Fecha
blank-at = a las
nps-low = nada probable
nps-high = muy probable
seen-by-self = Te quedas con esta hoja.
seen-by-self-text = Los demás oyen solo lo que tú decidas decir.
seen-by-others = La leéis tú y { $who }.
seen-by-others-text = Nadie más la ve.
seen-by-two = Os quedáis los dos con esta hoja.
seen-by-two-text = El programa sabe que está escrita, y cuándo; nada más.
seen-by-unstated = Pregunta quién lee esto antes de escribir.
seen-by-unstated-text = El programa no lo ha dicho aquí.
reader-self = tú
reader-other = la otra persona
reader-mentor = tu mentor o mentora
reader-mentee = tu mentee
reader-facilitator = la persona facilitadora
reader-coordinator = coordinación
reader-staff = el equipo del programa
contact-reply = Responde en { $time }

bank-start = Inicio
bank-end = Final
bank-group = { $theme }: { $when }
bank-mirrored = En espejo, para quien es mentor:
bank-wording = Cambió después del { $date }. Antes: «{ $text }»
wording-for = Para { $role }
question-description = «{ $question }»: dónde se pregunta, a quién y cómo se responde.
theme-expectations = Expectativas y límites
theme-rhythm = Ritmo
theme-needs = Necesidades sin atender
theme-trust = Confianza
theme-goals = Metas y habilidades
theme-reverse-learning = Lo que aprende quien es mentor
theme-independence = Independencia y final
theme-outcome = Preguntas de resultados
theme-peer = Encuentros de mentores
theme-probe = Preguntas de quien facilita
theme-program = Sobre el programa

status-planned = prevista
status-active = en marcha
status-closed = terminada
intake-fixed = Todas las personas *empiezan a la vez*
intake-rolling = Se *entra en cualquier momento*
cohort-description = { $cohort }, { $dates }: el calendario, cómo funciona la promoción y qué resultó.
date-to-be-set = Fecha por fijar
no-sessions = En estos días no se celebra nada.
unit-hours = horas
unit-minutes = minutos
unit-weeks = semanas
unit-calls = sesiones
unit-people = personas
choice-field = sector
choice-skills = habilidades
choice-availability = disponibilidad
choice-facilitator = una persona facilitadora
choice-pair = la pareja sola
session-cancelled = Cancelada
session-skipped = Se omite
session-moved = Trasladada; era el { $date }
session-optional = Asistencia voluntaria

way-done = El trabajo está hecho
way-done-text = Ya tienes lo que buscabas. Decirlo es un éxito, cualquier día del año.
way-rematch = No funciona
way-rematch-text = Nadie tiene que tener la culpa. Cómo pedir a otra persona.
way-stop = Quieres dejarlo
way-stop-text = Cualquiera puede, en cualquier momento. A quién acudir y qué ocurre después.

notice-draft = Borrador.
notice-draft-text = Esta página se está escribiendo. No te fíes de ella todavía.
notice-untranslated = Aún sin traducir.
notice-untranslated-text = Lees la página en el idioma en que se escribió.
notice-untranslated-story = La historia de esta promoción está en el idioma en que se escribió.
notice-stale = La traducción va por detrás.
notice-stale-text = El original ha cambiado desde que se tradujo esta página.

kind-guide = Guías
kind-script = Guiones
kind-worksheet = Hojas
kind-policy = Políticas
kind-question = Preguntas
kind-check-in = Revisiones
kind-phase = Fases
kind-cohort = Promociones
kind-measure = Medidas
kind-term = Palabras

term-program = { $n ->
    [one] programa
   *[other] programas
}
term-cohort = { $n ->
    [one] promoción
   *[other] promociones
}
term-match = { $n ->
    [one] relación de mentoría
   *[other] relaciones de mentoría
}
term-mentor = { $n ->
    [one] mentor
   *[other] mentores
}
term-mentee = { $n ->
    [one] mentee
   *[other] mentees
}
term-coordinator = { $n ->
    [one] coordinación
   *[other] coordinación
}
term-facilitator = { $n ->
    [one] persona facilitadora
   *[other] personas facilitadoras
}
term-phase = { $n ->
    [one] fase
   *[other] fases
}
term-check_in = { $n ->
    [one] revisión
   *[other] revisiones
}
term-session = { $n ->
    [one] sesión
   *[other] sesiones
}
term-closure = { $n ->
    [one] cierre
   *[other] cierres
}
term-rematch = { $n ->
    [one] nuevo emparejamiento
   *[other] nuevos emparejamientos
}
term-survey = { $n ->
    [one] encuesta
   *[other] encuestas
}
term-wave = { $n ->
    [one] oleada
   *[other] oleadas
}
term-measure = { $n ->
    [one] medida
   *[other] medidas
}
term-finding = { $n ->
    [one] hallazgo
   *[other] hallazgos
}
term-design_change = { $n ->
    [one] cambio de diseño
   *[other] cambios de diseño
}
term-edition = { $n ->
    [one] edición
   *[other] ediciones
}
meaning-program = Todo: las personas, el año, este manual y lo que aprendemos.
meaning-cohort = Las personas que empiezan a la vez y comparten un calendario.
meaning-match = Una relación de mentoría, de la primera reunión a la última conversación.
meaning-mentor = Alguien que ya trabaja en un sector, que da su tiempo y dice lo que no puede dar.
meaning-mentee = Alguien que busca su camino y marca el rumbo.
meaning-coordinator = Quien lleva el programa. Escríbele primero.
meaning-facilitator = Alguien de fuera que sostiene una conversación y cuida el tiempo. No gana ni pierde con el resultado.
meaning-phase = Un tramo del año con su propia tarea. Cada uno termina con un rediseño.
meaning-check_in = Una ocasión fijada para preguntar cómo va la relación, y cambiarla.
meaning-session = Todo lo que está en el calendario.
meaning-closure = Terminar a propósito: una última conversación, las gracias y lo que viene después.
meaning-rematch = Un nuevo comienzo con otra persona, tras un final sin culpas.
meaning-survey = Preguntas a todas las personas a la vez, para aprender sobre el programa, no sobre ti.

minutes-short = { $n } min
html-table = Tabla
html-notes = Notas
html-back = Volver al texto
html-done = Hecho
html-to-do = Por hacer
html-note = Nota
html-tip = Consejo
html-important = Importante
html-warning = Atención
html-caution = Cuidado
role-both = Ambas personas
stave-informal = Preguntas al reunirse
stave-monitoring = Nos ponemos en contacto

## Figures: sentences that a number chooses

told-of = { $x } de { $n }
told-or-more = { $x } o más de { $n }
told-or-fewer = { $x } o menos de { $n }
told-percent-of = { $percent } %
told-percent-or-more = { $percent } % o más
told-percent-or-fewer = { $percent } % o menos
told-similar = promociones parecidas, del { $low } % al { $high } %
told-cell = { $count } { $name }
told-answer = { $answer }: { $figure }
told-unrecorded = { $count } sin registrar: entre el { $low } % y el { $high } %
told-of-all = de { $n }
told-others-unknown = Las demás: no, o sin registrar.
told-too-few = menos de { $group }
told-not-shown = no se muestra
told-mean = { $mean }
told-mean-or-lower = { $mean } o menos
told-mean-or-higher = { $mean } o más
told-scale = media, en una escala de { $low } a { $high }
told-answered = Respondieron { $answered } o más de { $n }.
why-coded = «O más» y «o menos» protegen a las pocas personas del otro lado.
why-too-few = Son muy pocas personas para publicar cifras sin riesgo; hacen falta más donde una persona puede contar varias veces o conocer a varias de las demás.
why-few-in-cell = No se muestra: podría hablar de muy pocas personas.
why-few-answers = No se muestra: menos de 20 personas respondieron lo suficiente a esto.
why-pooled = No se muestra para una sola promoción: las respuestas a esta pregunta se cuentan de varias promociones cerradas juntas, o no se cuentan.
why-one-cohort = No se muestra: casi todas las respuestas son de una sola promoción.
why-running = Se contará cuando la promoción termine.
why-redefined = No se muestra: se contó con otra definición que la de hoy.
cell-yes = sí
cell-no = no
cell-completed = completaron
cell-ended-early = terminaron antes
cell-not-recorded = sin registrar
cell-as-planned = según lo previsto
cell-goals-met = con los objetivos cumplidos antes
cell-first-half = en la primera mitad
cell-second-half = en la segunda mitad
cell-circumstances = por las circunstancias
cell-relationship-or-support = por la relación o nuestro apoyo
cell-life-change = por un cambio en la vida de alguien
cell-program-or-request = por el fin del programa, o porque alguien pidió dejarlo
cell-mismatch = porque no encajaban
cell-contact-lost = porque se perdió el contacto
cell-expectations-or-support = por expectativas no cumplidas, o poco apoyo
cell-held = hechas
cell-not-held-or-not-recorded = no hechas, o sin registrar
cell-matched = emparejadas
cell-no-further = no siguieron
cell-trained = formadas
cell-not-trained = sin formar
cell-favourable = favorables
cell-others = otras respuestas
figure-started = Empezaron
figure-completion = Completaron, o cumplieron antes sus objetivos
figure-completed-how = Cómo completaron
figure-ended-early-when = Cuándo terminaron las demás
figure-ended-early-why = Por qué terminaron las demás
figure-ended-early-why-circumstances = Qué circunstancias pusieron fin a las otras
figure-ended-early-why-relationship-or-support = Qué hubo en la relación o en nuestro apoyo que puso fin a las otras
figure-ended-early-first-half = Terminaron en la primera mitad, por cuartos
figure-ended-early-second-half = Terminaron en la segunda mitad, por cuartos
figure-expectations = Expectativas puestas por escrito
figure-contact-first-month = En contacto con nosotros el primer mes, como se prometió
figure-mentor-hours = Horas que dieron los mentores, según lo registrado
figure-were-mentees = { $matches } con algún mentor que fue mentee de una promoción ya terminada
figure-mentees-applied = { $matches } que empezaron, y personas que se inscribieron como mentees y no siguieron
figure-mentees-trained = { $matches } con todos sus mentees formados
figure-mentors-applied = { $matches } que empezaron, y personas que se inscribieron como mentores y no siguieron
figure-mentors-trained = { $matches } con todos sus mentores formados
figure-peer-meetings-half = { $matches } con todos sus mentores en la mitad o más de todos los encuentros entre mentores de la promoción con lista de asistencia
figure-peer-meetings-held = Encuentros entre mentores celebrados
figure-peer-meetings-planned = Encuentros entre mentores previstos
figure-sessions-held = Sesiones celebradas
figure-answered = Respondieron
figure-invited = Invitadas
figure-check-in = { $name }: hecha
figure-check-in-once = { $name }: hecha al menos una vez
wave-baseline = Inicio
wave-midpoint = Mitad
wave-end = Final
wave-follow_up = Después

## Outcome page

outcome-headline = { $x } de { $n } { $matches } llegaron hasta el final.
outcome-headline-known = Sabemos que { $x } de { $n } { $matches } llegaron hasta el final.
outcome-headline-or-more = { $x } o más de { $n } { $matches } llegaron hasta el final.
outcome-headline-or-fewer = Sabemos que { $x } o menos de { $n } { $matches } llegaron hasta el final.
outcome-aim = Nos proponemos { $aim }.
outcome-aim-reached = Nos proponemos { $aim }, y esta promoción lo logró.
aim-50 = la mitad
aim-60 = tres de cada cinco
aim-67 = dos de cada tres
aim-70 = siete de cada diez
aim-75 = tres de cada cuatro
aim-80 = cuatro de cada cinco
aim-90 = nueve de cada diez
outcome-about = unas { $n }
outcome-hours = Horas dedicadas, según lo registrado
outcome-closed = Terminó
outcome-questions = Preguntas a
outcome-quarter = { $quarter ->
    [1] primer
    [2] segundo
    [3] tercer
   *[4] cuarto
} trimestre de { $year }
outcome-too-few-title = Son muy pocas personas para publicar cifras sin riesgo
outcome-too-few = Una cifra de menos de { $group } podría decir lo que hizo o dijo una sola persona. Lo que sí se puede contar es la historia.
outcome-short = En breve
outcome-what = Qué
outcome-result = Resultado
outcome-range = Del 0 al 100 %
outcome-target = Meta
outcome-target-none = ninguna
outcome-target-is = meta: { $target }
outcome-target-score = La meta es una puntuación, y aquí las respuestas se cuentan como proporción.
outcome-midpoint = A mitad de camino seguían, o ya habían completado
outcome-closing = Conversación de cierre celebrada
outcome-of-completed = de las { $matches } que se completaron
outcome-of-as-planned = de las { $matches } que terminaron según lo previsto
outcome-key-dot = resultado
outcome-key-range = rango de promociones parecidas
outcome-key-target = meta
outcome-key-coded = «o más», «o menos»
outcome-key-undecided = depende de lo que no se registró
outcome-sure = Hasta dónde estamos seguros
outcome-sure-all = Son todas las { $matches } que hubo, no una muestra. Pero los números pequeños se mueven con facilidad.
outcome-sure-then = Son todas las { $matches } que constaban al publicarse, no una muestra. Pero los números pequeños se mueven con facilidad.
outcome-sure-range = Si solo variara el azar, promociones parecidas podrían haber mostrado entre el { $low } % y el { $high } % en «{ $name }».
outcome-sure-wide = Es un rango ancho: con unas pocas { $matches } más o menos, la imagen sería otra.
outcome-sure-answers = Ese rango no tiene en cuenta a quienes no respondieron.
outcome-sure-aim = Si esta promoción alcanzó lo que nos proponemos, estas cifras no pueden decirlo.
outcome-sure-coded = «O más» y «o menos» protegen a las pocas personas del otro lado: si hay alguna, no se dice.
outcome-sure-unrecorded = Lo que nadie anotó se cuenta como sin registrar: ni como sí ni como no. En una proporción sobre el total, las demás son un no, o están sin registrar.
outcome-funnel = De la solicitud al final
outcome-funnel-note = Barras a una misma escala, contadas en { $matches }; quien se inscribió y no está en ninguna cuenta como una. A rayas: sin registrar, o sin distinguir.
outcome-applied = { $matches } que empezaron, y personas que se inscribieron como mentees y no están en ninguna
outcome-matched = { $matches } que empezaron
outcome-trained = De ellas, con todos sus mentees formados antes
outcome-completed = Completaron, o cumplieron sus objetivos
cell-still-meeting = seguían o habían completado
cell-ended-before = habían terminado antes de tiempo
cell-no-reason = terminaron antes, por otro motivo o sin motivo registrado
outcome-learned = Qué aprendió cada parte
outcome-learned-note = Se pregunta a ambas, porque ambas han de salir ganando.
outcome-answered = { $wave }: respondieron { $answered } de { $n }.
outcome-answered-unknown = { $wave }: respondieron { $answered }; no consta a cuántas personas se preguntó.
outcome-few-answered = { $wave }: respondieron { $answered } de { $n } ({ $percent } %)
outcome-below-60 = Menos de seis de cada diez: junto a cada proporción de quienes respondieron está lo que podría ser si todo el mundo hubiera respondido. Las medias y los cambios van sin ello.
outcome-below-40 = Menos de cuatro de cada diez: muy pocas para comparar con nada. Junto a cada proporción de quienes respondieron está lo que podría ser si todo el mundo hubiera respondido. Las medias van sin ello.
outcome-possible = si todo el mundo hubiera respondido: del { $low } % al { $high } %
outcome-rose = { $figure }: subieron { $by } o más, de { $from } a { $to }
outcome-fell = { $figure }: bajaron { $by } o más, de { $from } a { $to }
outcome-same-people = Las mismas personas
outcome-reworded = La pregunta cambió de redacción en el { $quarter }: lo que se preguntó antes y después no forma una sola serie.
outcome-several = Cada respuesta se cuenta por separado; se podían elegir varias.
outcome-shares-of = Donde no se nombra ninguna respuesta, la proporción es de quienes dieron una favorable; en una pregunta de sí o no, de quienes dijeron que sí.
outcome-groups-of-answers = Las filas de momentos distintos son grupos de respuestas, no necesariamente de las mismas personas, salvo que se diga.
outcome-pooled = Se cuenta de varias promociones cerradas juntas, o no se cuenta: { $names }.
outcome-quote = «{ $text }»
outcome-ended = Cómo terminó
outcome-ended-success = { $x } de { $n } terminaron según lo previsto o con los objetivos cumplidos antes. Las dos cosas son lo que esperamos.
outcome-ended-unknown = No consta qué fue de { $x } de { $n }.
outcome-ended-groups = Los grupos son nuestros. Los motivos más detallados se cuentan solo de varias promociones juntas.
outcome-ended-few = Por qué terminaron las demás podría hablar de muy pocas personas, así que no se cuenta aquí.
outcome-pool = { $cohorts }, juntas
outcome-stayed = Quiénes siguieron
outcome-stayed-note = Seguían, o ya habían completado, en cada cuarto de la duración prevista.
outcome-stayed-1 = Pasado un cuarto del tiempo previsto
outcome-stayed-2 = A la mitad
outcome-stayed-3 = Pasados tres cuartos
outcome-stayed-4 = Al final
outcome-stayed-short-1 = Un cuarto
outcome-stayed-short-2 = La mitad
outcome-stayed-short-3 = 3 cuartos
outcome-stayed-short-4 = El final
outcome-process = Qué prometimos y qué pasó
outcome-promised = Prometido
outcome-happened = Qué pasó
outcome-promise-trained = antes de las presentaciones
outcome-promise-contact = { $n ->
    [one] una vez en el primer mes, con cada parte
   *[other] { $n } veces en el primer mes, con cada parte
}
outcome-promise-expectations = en cada { $match }
outcome-promise-meetings = { $n ->
    [one] { $n } previsto
   *[other] { $n } previstos
}
outcome-at-least-once = { $figure }, al menos una vez
outcome-peer-meetings-of = Un encuentro entre mentores cuenta para todo el mundo, sea cual sea la sede o el grupo.
outcome-held = { $n ->
    [one] hubo { $n }
   *[other] hubo { $n }
}
outcome-held-recorded = hubo { $n }, según lo registrado
outcome-held-so-far = hubo { $n } hasta ahora
outcome-held-of = hubo { $x }, de { $n } previstos
outcome-sessions = Sesiones
outcome-check-ins-of = Una revisión se cuenta de las { $matches } que completaron, o solo de las que terminaron según lo previsto.
outcome-process-few = No se muestra, porque podría hablar de muy pocas personas: { $names }.
outcome-changed = Qué no funcionó y qué cambió
outcome-since = Desde { $cohort }
outcome-new = Nuevo en esta promoción
outcome-changes-together = Lo que empieza a la vez no se puede distinguir.
outcome-no-finding = De esta promoción no se sigue ningún hallazgo: { $because }
outcome-story = Más de la historia
outcome-consent = Publicado con consentimiento, sin papel ni fecha.
outcome-take = Para llevar
outcome-csv = Todas las cifras en una tabla
outcome-csv-text = CSV, tal como están aquí
outcome-package = Qué significan sus columnas
outcome-package-text = el diccionario de la tabla, para los programas que lo leen
outcome-print = dos páginas A4
outcome-released = Publicado en el { $quarter }, y sin cambios desde entonces: versión { $release }.
outcome-policy = Una cuenta exacta deja más de { $k } a cada lado. De menos de { $group } no se cuenta nada; hacen falta más donde una persona puede contar varias veces o conocer a varias de las demás.
outcome-handbook = Con el manual { $revision }.
outcome-data-as-of = Los datos son del { $quarter }.
outcome-held-back = Algunos datos se corrigieron después; las correcciones no se muestran, porque podrían hablar de las pocas personas que cambiaron.
outcome-protection = Cómo protegemos a las personas en grupos pequeños
outcome-schedule = El calendario que siguió
outcome-so-far = Hasta ahora
outcome-began = empezaron { $n }
outcome-survey = { $who }, { $wave }
outcome-survey-answered = respondieron { $x } de { $n }
outcome-when = Los resultados se cuentan una sola vez, cuando la promoción haya terminado: su último día es el { $date }. Hasta entonces, solo cuántas personas participaron.
outcome-when-growing = Los resultados se cuentan una sola vez, cuando esta promoción se ha cerrado. Hasta entonces no decimos cuántas personas han comenzado: hablaría de las últimas en llegar.
outcome-when-closed = Los resultados se cuentan una sola vez, cuando la promoción haya terminado. Hasta entonces, solo cuántas personas participaron.
outcome-when-published = La promoción ha terminado, y sus resultados aún no están publicados. Hasta que lo estén, solo cuántas personas participaron.
cohorts-all = Todas las promociones

## Charts

## Comparison

compare-title = Las promociones, una junto a otra
compare-lead = Cada promoción junto a las demás, por orden de comienzo. No se clasifican: sus personas, sus años y sus diseños no son los mismos, y lo que distingue sus cifras tiene más de una razón.
across-designs = Cómo funcionó cada promoción
across-dates = Fechas
across-status = Estado
across-began = { $matches } que empezaron
across-pairs-began = Empezaron { $n } { $matches }
across-bold = En negrita: otra opción que la promoción anterior.
across-figures = Lo que se midió
across-latest = Aquí están las últimas { $n } de { $all } promociones cerradas.
across-nothing-yet = Todavía no se ha publicado ninguna cifra de una promoción cerrada.
across-how-to-read = La diferencia entre una promoción y la siguiente se juzga por su propio margen, nunca mirando dos cifras. Aunque se distingan, eso no dice por qué.
across-key = Punto: la cifra. Línea: lo que promociones parecidas podrían haber mostrado, si solo variara el azar. Rayado: en algún lugar de este recuadro. Recuadro discontinuo: depende de lo que no se anotó. Azul, con muesca: el objetivo.
across-untold = No se cuenta de ninguna promoción por separado
across-gap = sin cifra
across-gap-none = No se preguntó en ese momento, o no se publica como cifra propia.
across-gap-unreleased = Aún sin publicar.
across-aim = Objetivo
across-target = Objetivo: { $aim }
across-aim-share-least = { $value } % o más
across-aim-share-most = { $value } % o menos
across-aim-mean-least = una media de { $value } o más
across-aim-mean-most = una media de { $value } o menos
across-aim-score-least = { $value } o más
across-aim-score-most = { $value } o menos
across-possible = Contestaron { $answered } de { $invited }. Si lo hubiera hecho todo el mundo, estaría entre el { $low } % y el { $high } %.
across-few-answered = Contestaron { $answered } de { $invited }.
across-break-form = Aquí se interrumpe la serie: de los grupos grandes se da una media, de los pequeños y donde se da también un cambio, una proporción. No son la misma cifra.
across-break-scale = Aquí se interrumpe la serie: cambió la escala de las respuestas.
across-break-reworded = Aquí se interrumpe la serie: una pregunta cambió de redacción después del { $date }. No se comparan respuestas a redacciones distintas.
across-break-items = Aquí se interrumpe la serie: no se hicieron las mismas preguntas.
across-step-higher = Más que { $cohort }, por { $points ->
    [one] un punto porcentual
   *[other] { $points } puntos porcentuales
}; la diferencia puede ser cualquiera entre { $low } y { $high }.
across-step-lower = Menos que { $cohort }, por { $points ->
    [one] un punto porcentual
   *[other] { $points } puntos porcentuales
}; la diferencia puede ser cualquiera entre { $low } y { $high }.
across-step-same = No se distingue de { $cohort }: la diferencia puede ser cualquiera entre { $low } y { $high } puntos porcentuales.
across-step-open = Donde «no» y «no consta» van juntos, un registro más completo bastaría para mover una diferencia.
held-back = En { $cohorts } se corrigieron datos después, y las correcciones no se muestran: las cifras que se usan aquí son las anteriores.
across-step-unrecorded = No se compara con { $cohort }: una de las dos cifras depende de lo que no se anotó.
across-step-coded = No se compara con { $cohort }: una de las dos cifras es «o más» u «o menos».
across-step-means = No se compara de una promoción a la siguiente: la dispersión de las respuestas se publica de forma demasiado aproximada para juzgar dos medias.
across-step-response = No se compara con { $cohort }: en una de las dos contestó menos del 40 %.
across-step-invited = No se compara con { $cohort }: en una de las dos nadie anotó a cuántas personas se preguntó.
across-at-baseline = al comienzo
across-at-midpoint = a mitad de camino
across-at-end = al final
across-at-follow_up = algún tiempo después
across-from-to = { $from } { $to }
across-since-baseline = desde el comienzo
across-since-midpoint = desde la mitad del camino
across-since-end = desde el final
across-since-follow_up = desde algún tiempo después
across-until-baseline = hasta el comienzo
across-until-midpoint = hasta la mitad del camino
across-until-end = hasta el final
across-until-follow_up = hasta algún tiempo después
across-together = Todas las promociones juntas
across-no-funnel = A partir de seis promociones cerradas, esta página dibuja cada una según su tamaño en torno al objetivo, con lo lejos que la llevaría el solo azar. { $n ->
    [0] Ninguna promoción cerrada ha publicado aún cuántas relaciones se completaron.
    [one] Hasta ahora una ha publicado cuántas relaciones se completaron.
   *[other] Hasta ahora { $n } han publicado cuántas relaciones se completaron.
} Si son menos de cinco, tampoco se suman.
across-funnel-title = Relaciones completadas según el tamaño de la promoción, { $n } promociones
across-funnel = Cada promoción según cuántas relaciones empezaron y cuántas se completaron, en torno a { $target }. Si solo variara el azar, 19 de cada 20 promociones quedarían entre las líneas interiores, y casi todas entre las exteriores. Una que queda fuera invita a preguntar qué fue distinto; no es una nota.
across-funnel-open = Donde «no» y «no consta» van juntos, un registro más completo bastaría para subir una promoción y el centro.
across-funnel-target = el objetivo del { $percent } %
across-funnel-overall = el { $percent } % de todas las promociones juntas
across-funnel-about = cerca del { $percent } % de todas las promociones juntas
across-funnel-people = Cuántas empezaron
across-funnel-inner = 19 de 20
across-funnel-outer = 499 de 500
across-beside = Diseño y resultados
across-no-association = A partir de ocho promociones cerradas, esta página dice también qué rasgos del diseño acompañaron a qué resultados. { $n ->
    [0] Hasta ahora no hay ninguna cerrada.
    [one] Hasta ahora hay una cerrada.
   *[other] Hasta ahora hay { $n } cerradas, y solo se muestran una junto a otra.
} Con tan pocas, el solo azar crea patrones que parecen causas.
across-no-association-found = Hay { $n } promociones cerradas. { $tried ->
    [0] Entre ellas ningún rasgo varió de un modo que se pueda ordenar, junto a un resultado publicado.
    [one] Un rasgo se comparó con un resultado, y menos de ocho promociones tenían ambos, o demasiado pocas en un lado.
   *[other] { $tried } veces se comparó un rasgo con un resultado, y cada vez menos de ocho promociones tenían ambos, o demasiado pocas en un lado.
}
across-associations = Hay { $n } promociones cerradas, y { $tried ->
    [one] un rasgo se comparó con un resultado
   *[other] { $tried } veces se comparó un rasgo con un resultado
}. De cada 20 comparaciones así, cerca de una destaca por puro azar. Van en el orden del programa, no por fuerza; nada de esto dice qué causó qué.
across-and = { $feature } y { $measure }
across-rank-more = Más de «{ $feature }» se asoció con más de «{ $measure }»: una correlación de rangos de { $rank }, donde el solo azar da hasta { $chance } en ambos sentidos.
across-rank-less = Más de «{ $feature }» se asoció con menos de «{ $measure }»: una correlación de rangos de { $rank }, donde el solo azar da hasta { $chance } en ambos sentidos.
across-rank-chance = Ninguna asociación que el solo azar no daría: una correlación de rangos de { $rank }, donde el azar da hasta { $chance } en ambos sentidos.
across-sides = «{ $feature }»: a «{ $high }» en lugar de «{ $low }» se asoció una diferencia de { $points } puntos porcentuales, de media entre promociones.
across-over = En { $n } promociones.
across-over-sides = { $lower } promociones de un lado, { $higher } del otro.
across-not-adjusted = Sin ajustar por nada: ni por quién participó, ni por el año, ni por qué más cambió.
across-planned = Previsto: el cambio «{ $change }» nombraba este resultado de antemano.
across-not-planned = No previsto: se buscó después.

## Measures and results

measure-completion = Completaron, o cumplieron sus objetivos
measure-retention = Permanencia
measure-endings = Finales
measure-expectations-documented = Expectativas por escrito
measure-check-ins = Revisiones hechas
measure-contacts = En contacto el primer mes
measure-meetings = Reuniones
measure-attendance = { $matches } con todos sus mentores en la mitad o más de todos los encuentros entre mentores de la promoción con lista de asistencia
measure-response = Respuesta
measure-role-change = { $matches } con algún mentor que fue mentee de una promoción ya terminada

measure-description = { $measure }: cómo se pregunta, qué cuenta y qué mostró en cada promoción.
across-answered-by = Contestan: *{ $roles }*
across-construct = Representa
construct-skill = Una habilidad
construct-career = Trayectoria profesional
construct-satisfaction = Satisfacción
construct-belonging = Pertenencia
construct-relationship_quality = La calidad de la relación
construct-goal_attainment = Si se alcanzaron los objetivos
construct-retention = Permanencia
construct-mentor_growth = Lo que aprenden los mentores
construct-other = Otra cosa
across-score = Cifra
score-mean = { $items ->
    [one] La media de las respuestas.
   *[other] La media de las respuestas de cada persona que contestó al menos a la mitad de las preguntas.
} En grupos más pequeños, y donde se da también un cambio, cuántas personas tienen { $better ->
    [lower] { $from } o menos.
   *[other] { $from } o más.
}
score-share-at-least = { $items ->
    [one] Cuántas personas contestaron
   *[other] Cuántas personas tienen una media de
} { $better ->
    [lower] { $from } o menos.
   *[other] { $from } o más.
}
score-nps = Cuántas personas contestaron 9 o 10, en una escala de 0 a 10.
score-goal-attainment = Cuántas personas alcanzaron en conjunto sus objetivos: una puntuación de 50 o más.
score-none = Sin puntuación: se cuenta cada respuesta.
across-better = Mejor
across-better-higher = Más alto
across-better-lower = Más bajo
across-worthwhile = Cambio que importa
across-worthwhile-text = { $change } o más, en puntos de la escala, decidido antes de ver resultados.
across-instrument = De dónde viene
across-items = Preguntas
across-reversed = Se cuenta al revés: estar de acuerdo significa menos.
across-results = Lo que mostró
across-no-figure = Ninguna promoción cerrada ha publicado aún una cifra.
across-same-people = Cambio en las mismas personas
across-same-people-lead = De quienes contestaron las dos veces, en cuántas personas el cambio fue al menos el que importa.
across-part-of = Una pregunta de una medida mayor no tiene resultado propio junto a ella. Se cuenta con las demás como:

## What we learned

learned-title = Lo que aprendimos
nav-learned = Lo que aprendimos
learned-lead = Qué no funcionó, qué decidimos y si algo se movió. Un cambio conserva su lugar aquí aunque fracase.
learned-findings-n = { $n ->
    [one] *Un hallazgo*
   *[other] *{ $n } hallazgos*
}
learned-changes-n = { $n ->
    [one] *Un cambio*
   *[other] *{ $n } cambios*
}
learned-kept-n = { $n ->
    [one] *Una decisión* de dejar las cosas como están
   *[other] *{ $n } decisiones* de dejar las cosas como están
}
learned-next-review = Próxima revisión: *{ $date }*
learned-review-due = Última revisión prevista: *{ $date }*
learned-saw = Qué vimos
learned-decided = Qué decidimos
learned-came = Qué resultó
learned-why = Por qué
learned-hypotheses = Qué podría explicarlo
learned-reviewed = Lectura antes de publicar: { $who }.
learned-kind-no_value = No sirvió
learned-kind-harm = Hizo daño
learned-kind-mismatch = Las personas no encajaron
learned-kind-logistics = Horarios, lugares, herramientas
learned-level-expectations = Expectativas
learned-level-check_ins = Revisiones
learned-level-phases = Fases
learned-level-mentor_development = Desarrollo de los mentores
learned-level-program_learning = Cómo aprende el programa
learned-level-endings = Cierres
learned-decision = { $level }: { $decision }.
learned-decision-keep = mantener
learned-decision-adjust = ajustar
learned-decision-restructure = reestructurar
learned-from = Desde { $cohort }.
learned-not-begun = Aún no está en vigor.
learned-decided-on = Decidido en { $date }.
learned-target-up = Debería subir: { $measure }.
learned-target-down = Debería bajar: { $measure }.
learned-target-better = Debería mejorar: { $measure }.
learned-watch = También se vigila: { $measure }.
learned-review = Se revisará a más tardar el { $date }.
learned-review-was = Debía revisarse a más tardar el { $date }.
learned-as-is = Dejar las cosas como están
learned-not-decided = Aún sin decidir
learned-not-decided-text = Nadie ha escrito qué se sigue de esto.
learned-told-above = Se cuenta más arriba: responde a más de un hallazgo.
learned-without-finding = Ningún hallazgo llevó a este cambio
learned-without = Promociones sin hallazgos
learned-nobody-said = Nadie ha escrito qué se aprendió aquí, ni por qué no se aprendió nada.
learned-verdicts = Los cuatro veredictos
learned-how = Cada veredicto compara dos grupos de personas: una promoción anterior al cambio y la primera que lo tuvo. Dice qué cambió a la vez, nunca por qué.
verdict-as-intended = Se movió como se quería
verdict-no-clear = Sin movimiento claro
verdict-other-way = Se movió al contrario
verdict-too-little = Faltan datos
verdict-as-intended-text = Todo el margen de cada diferencia queda del lado que esperábamos.
verdict-no-clear-text = Un margen incluye la ausencia de diferencia, o las cifras se separan.
verdict-other-way-text = Todo un margen queda del lado que no queríamos, y ninguno del que esperábamos.
verdict-too-little-text = Grupos demasiado pequeños, cifras no exactas, otra redacción o menos del 40 % de respuestas.
learned-fewer = ← menos
learned-no-difference = sin diferencia
learned-more = más →
learned-wave-baseline = al principio
learned-wave-midpoint = a mitad de camino
learned-wave-end = al final
learned-wave-follow_up = algún tiempo después
learned-figure = { $role }, { $wave }
learned-of-answer = { $figure }, «{ $answer }»
learned-same-people = { $role } que respondieron { $from } y { $to }: quienes mejoraron al menos en el cambio que importa
learned-with-label = { $figure }: { $text }
learned-higher = { $after } en { $later }, { $before } en { $earlier }: { $points ->
    [one] un punto
   *[other] { $points } puntos
} más, de { $low } a { $high }.
learned-lower = { $after } en { $later }, { $before } en { $earlier }: { $points ->
    [one] un punto
   *[other] { $points } puntos
} menos, de { $low } a { $high }.
learned-cannot-tell = { $after } en { $later }, { $before } en { $earlier }: no se distinguen, de { $low ->
    [one] un punto
   *[other] { $low } puntos
} menos a { $high } más.
learned-judged-by = { $n ->
    [one] Solo una de { $all } cifras puede juzgarse; las demás contienen muy poco.
   *[other] { $n } de { $all } cifras pueden juzgarse; las demás contienen muy poco.
}
learned-short = { $why } { $figures }.
learned-short-figure = { $figure } ({ $after } en { $later }, { $before } en { $earlier })
short-reworded = Se preguntó con otra redacción, así que no se compara:
short-unanswered = En una de las dos respondió menos del 40 %, así que no se compara:
short-unknown-response = En una de las dos no consta a cuántas personas se preguntó, así que no se compara:
short-unrecorded = Una de las dos depende de lo que no se registró, así que no se compara:
short-coded = No son cifras exactas, y de «o más» y «o menos» no se concluye nada:
short-mean = Se cuenta como media, que no se compara:
short-too-few = Muy pocas personas para publicar cifras sin riesgo, en una de las dos:
short-not-shown = No se muestra en una de las dos:
short-several = Se preguntó a varios grupos por separado, como uno por sede, y por eso no se compara:
short-one-only = Solo se cuenta de una de las dos:
learned-no-share = Esta medida no se cuenta como proporción, así que no hay nada que comparar.
learned-no-target = Nadie dijo de antemano qué debía moverse, así que no hay nada que juzgar.
learned-not-in-force = Aún no está en vigor.
learned-none-closed = Todavía no ha terminado y publicado sus cifras ninguna promoción con este cambio.
learned-none-before = Ninguna promoción anterior ha publicado sus cifras.
learned-reached = Se esperaba un { $percent } % o más: alcanzado.
learned-not-reached = Se esperaba un { $percent } % o más: no alcanzado.
learned-reached-open = Se esperaba un { $percent } % o más: un registro más completo podría decir si se alcanzó.
learned-few-answered = Respondió menos del 60 % en { $cohorts }: quienes no respondieron quizá lo contarían de otro modo.
learned-not-recorded = En { $cohorts }, «no» y «no consta» van juntos, así que un registro más completo bastaría para mover esto.
learned-later = Desde entonces: { $figures }
learned-later-too-little = Desde entonces: { $cohort } contiene muy pocos datos.
learned-watched-against = También se vigila { $measure }: se movió en nuestra contra.
learned-watched-no-sign = También se vigila { $measure }: sin señal de daño.
learned-watched-too-little = También se vigila { $measure }: faltan datos.
learned-alongside = Cambió a la vez, y no puede separarse de esto: { $what }.
learned-features = Entre las dos promociones el diseño difiere en: { $what }. Puede ser este cambio o algo distinto.
learned-regression = El hallazgo procede de { $cohort }: si esa promoción fue inusual, cabía esperar cierto regreso a lo habitual.
kind-finding = Lo que aprendimos
kind-change = Cambios

## Downloads

download-title = { $program }, { $cohort }: cifras publicadas
download-title-all = { $program }: cifras publicadas de todas las promociones
download-how = Cada fila es una cifra o una parte de ella. Una celda vacía indica que ahí no se cuenta nada; nunca significa 0.
download-limits = Un recuento es exacto, según lo registrado, cuando hay más de { $k } a cada lado, y más todavía donde hay personas en varias relaciones; si no, está en algún punto entre x_lo y x_hi. De los grupos de menos de { $group } no se cuenta nada; hacen falta más donde una persona puede contar varias veces o conocer a varias de las demás.
download-limits-all = Un recuento es exacto, según lo registrado, cuando x_lo y x_hi coinciden; si no, está en algún punto entre los dos. Las reglas de cada promoción están en la descripción que acompaña a su propia tabla.
column-cohort = La promoción; varias unidas con + se cuentan juntas.
column-figure = El nombre de la cifra, con # ante el nombre de una parte.
column-population = De quiénes trata: todas las relaciones, su lado de los mentores o de los mentees (contado en relaciones), la promoción misma (cohort), quienes respondieron a una encuesta, o a varias (unidas con +), resultados que llegaron sin filas (reported), o varias promociones juntas (pool, solo o al principio).
column-measure = Lo que se midió.
column-measure_name = Lo que se midió, en palabras.
column-wave = Cuándo se preguntó. Dos momentos unidos con un guion: el cambio de las mismas personas de uno a otro.
column-role = A quiénes se preguntó.
column-class = Cuánto se protege: las cifras abiertas (open) son exactas; las delicadas (sensitive) solo se cuentan de varias promociones.
column-form = Cómo se cuenta: un recuento de un grupo conocido (share), un grupo en todas sus partes (split) y cada una de ellas (part), una media (mean) o un número por sí solo (open).
column-part = La parte del grupo.
column-part_name = La parte del grupo, en palabras.
column-n = Cuántas personas o relaciones hay en el grupo, consten o no.
column-x_lo = Lo menos que puede ser el recuento, según lo registrado.
column-x_hi = Lo más que puede ser el recuento, según lo registrado. Lo que no consta está en una parte propia, o con lo demás.
column-ci_lo = En porcentaje, redondeado hacia abajo, el extremo bajo de lo que podrían haber mostrado promociones parecidas si solo variara el azar (95 %, Wilson). No tiene en cuenta a quienes no respondieron.
column-ci_hi = En porcentaje, redondeado hacia arriba, el extremo alto de ese intervalo.
column-mean_lo = La media; si se recortó, lo más baja que puede ser.
column-mean_hi = La media; si se recortó, lo más alta que puede ser.
column-scale_lo = El extremo bajo de la escala.
column-scale_hi = El extremo alto de la escala.
column-answered_lo = Lo menos que pueden haber sido quienes respondieron.
column-not_shown_because = Por qué no se cuenta nada: muy pocas personas para publicar cifras sin riesgo (too-few), podría hablar de muy pocas (few-in-cell), a esto respondieron menos de 20 (few-answers), solo se cuenta de varias promociones (pooled), casi todo viene de una promoción (one-cohort), la promoción está en marcha (running), se contó con otra definición (redefined).
column-text = La cifra tal como la cuenta el sitio.

## Staff edition

nav-private = Privado
private-cohorts = Nuestros registros
private-lead = Lo que dicen los registros, { $match } por { $match }. Es para el equipo que los guarda, en sus propios ordenadores: no imprimas más de lo necesario y no lo envíes.
private-title = PRIVADO: { $title }
private-stamp = Privado, { $date }. Registros sobre personas: no se publican, no se envían y no se dejan a la vista.
private-no-rows = No hay registros en la carpeta privada.
private-matches = { $n } { $matches }{ $open ->
    [0] {""}
    [one] : en un caso falta algo
   *[other] : en { $open } casos falta algo
}
private-n-matches = { $n } { $matches }
private-as-of = Datos al { $date }
private-open = Lo que está pendiente
open-expectations = Sin expectativas por escrito después de 30 días
open-contact = Sin contacto con nadie desde hace más de 31 días
open-ending-date = Terminó, y no consta el día
open-ending-reason = Terminó antes, y no consta el motivo
open-status = Nadie anotó en qué quedó
private-began = Empezó
private-length = Tiempo propio
private-stands = Cómo está
private-expectations = Expectativas
private-contact = Último contacto
private-retention = Quiénes siguieron
private-day = Día { $n }
private-after = Después de
private-stayed = En marcha
private-similar = En promociones parecidas
private-followed = Con seguimiento hasta entonces
private-range = { $low } a { $high }
private-nobody-so-long = sin seguimiento tan largo
private-left-out = { $n ->
    [one] No se cuenta { $n } { $matches }, porque no consta una fecha o su estado.
   *[other] No se cuentan { $n } { $matches }, porque no consta una fecha o su estado.
}
private-answers = Respuestas
private-promises = Las respuestas con nombre figuran tal cual. Las confidenciales se cuentan de cinco personas o más juntas, y nunca que todas coinciden; las anónimas, como las ve el público.
private-measure = Medida
private-asked = Cuándo y a quién
private-favourable = Favorables
private-more = Más
private-waiting = Se cuenta cuando cierre la encuesta; si no tiene último día, cuando termine la promoción.
private-few = Menos de cinco respuestas confidenciales.
private-moved = Como se publicó. Las respuestas han cambiado desde entonces, y la diferencia diría qué contestó una persona.
private-anonymous = Se prometió el anonimato: se cuentan como se publican.
private-mean = media { $mean }
private-mean-sd = media { $mean }, desviación típica { $sd }
private-rows = Registros
private-file = Archivo
private-read = Leídos
private-used = Usados
private-reported = Señalados
match-active = en marcha
match-paused = en pausa
match-completed = completada
match-ended_early = terminó antes
match-rematched = terminó, y se emparejó de nuevo
reason-completed_term = al cumplirse su tiempo
reason-goals_met_early = con los objetivos cumplidos antes
reason-life_change_mentor = por un cambio en la vida de quien es mentor
reason-life_change_mentee = por un cambio en la vida de quien es mentee
reason-life_change = por un cambio en la vida de alguien
reason-program_ended = por el fin del programa
reason-withdrew_on_request = porque alguien pidió dejarlo
reason-mismatch = porque no encajaban
reason-gradual_dissolution = se fue apagando
reason-mentor_unresponsive = quien es mentor dejó de responder
reason-mentee_unresponsive = quien es mentee dejó de responder
reason-unmet_expectations = por expectativas no cumplidas
reason-inadequate_support = por falta de apoyo
reason-removed_by_program = por decisión del programa
reason-declined_to_say = se preguntó y no se dijo
reason-held_elsewhere = lo sabe la persona responsable
reason-other = por otro motivo
reason-unknown = motivo desconocido
