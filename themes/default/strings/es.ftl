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
first-meeting-on = ¿Cuándo os visteis por primera vez?

## Check-ins and phases

all-check-ins = Todas las revisiones
your-sheet = Tu hoja, antes de venir
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

schedule = Calendario
calendar = Tu calendario
calendar-file = Suscríbete, o descarga el archivo
calendar-how = Se abre en cualquier calendario. Las horas son las locales del programa.
dates-and-pauses = Otras fechas
other-cohorts = Otras promociones
outcomes = Qué salió de ello
design-in-force = Cómo funciona esta promoción
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
nav-cohorts = Cohortes
handbook = Manual
phases-title = Las fases del año
check-ins-title = Revisiones
questions-title = Banco de preguntas
questions-lead = { $n ->
    [one] Una pregunta, y dónde se hace.
   *[other] { $n } preguntas: qué preguntan, cuándo y a quién. Elija una casilla de la tabla para ver las suyas.
}
peer-meetings-title = Encuentros entre mentores
peer-meetings-lead = La dificultad es lo normal en una buena mentoría. Aquí los mentores se lo dicen unos a otros.
endings-title = Finales y nuevos emparejamientos
cohorts-title = Cohortes
cohorts-lead = Cada grupo de personas que empezó a la vez: cuándo, cómo y qué resultó.
contacts-title = A quién escribir o llamar
contacts-lead = Cualquiera de estas personas le indicará a quién acudir si no es ella.
glossary-title = Las palabras que usamos
glossary-lead = Lo que significan aquí las palabras de este manual.
glossary-plural = plural: { $word }
search-title = Búsqueda
print-all-title = El manual completo
print-stamp = Último cambio: { $date }
not-found-title = Esta página no está aquí
footer-print = Imprimir el manual
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
moment-facilitated = { $weeks }, con facilitación
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
fact-both-answer = *Responden ambas personas*
fact-role-answers = Responden: *{ $role }*
fact-scale = , de { $min } a { $max }
fact-theme = Sobre *{ $theme }*
held-by-pair = Entre *ustedes dos*
held-by-staff = Con la *coordinación*
held-by-facilitator = Con una *persona facilitadora* externa

role-home-mentor = Su año como mentor o mentora
role-home-mentee = Su año con mentoría
role-home-facilitator = Llevar una conversación
role-home-coordinator = El año de la coordinación
role-home-mentor-lead = Qué hacer ahora, qué preguntar en el próximo encuentro y a quién escribir.
role-home-mentee-lead = Qué hacer ahora, qué pedir en el próximo encuentro y a quién escribir.
role-home-facilitator-lead = Los guiones, las dos hojas y las fechas: abra esta página una hora antes de empezar.
role-home-coordinator-lead = Todas las fechas de la cohorte en un lugar, y las guías para el trabajo que hay detrás.
role-questions = { $n ->
    [one] Una pregunta para su próximo encuentro
    [3] Tres preguntas para su próximo encuentro
   *[other] Preguntas para su próximo encuentro
}
role-questions-text = Haga una al empezar, otra a mitad y otra antes de despedirse. Diez minutos en total.
role-week = Semana { $week } de { $total }.
role-phase-begins = Empieza la fase «{ $phase }».
role-before = { $cohort } empieza el { $date }.
role-after = { $cohort } terminó el { $date }.
trouble-stuck = ¿No avanzan?
trouble-stuck-text = Cosas que probar en el próximo encuentro, de una en una.
trouble-missed = ¿Faltaron a un encuentro?
trouble-missed-text = Un mensaje que puede enviar tal cual.
trouble-stop = ¿Quiere dejarlo?
trouble-stop-text = Sin culpas ni formularios. A quién acudir y cuánto tarda.
trouble-rematch = ¿Prefiere a otra persona?
trouble-rematch-text = Dos maneras de pedirlo, y las palabras para hacerlo.
door-mentor = Usted da una hora cada dos semanas. Empiece el próximo encuentro con tres preguntas.
door-mentee = Usted marca el rumbo. Encuentre palabras para pedir, cambiar y dejarlo.
door-facilitator = Usted sostiene la hora de la mitad. Guion, las dos hojas y el reloj.
door-coordinator = Usted mantiene el rumbo de toda la cohorte. El trabajo del año, por semanas y por horas.
door-everyone-title = Todos los demás
door-everyone = Quiere juzgar por su cuenta. Quién participó, cuándo y qué resultó.
door-everyone-link = Las cohortes

check-in-informal = Preguntas dentro de los encuentros
check-in-monitoring = Nos ponemos en contacto
check-in-midpoint = Revisión de mitad de año
check-in-phase_transition = Rediseño
check-in-end_individual = Mirar atrás, a solas
check-in-end_collective = Mirar atrás, en grupo
check-in-closure = ¿Está hecho el trabajo?
sheets-text = Se escriben por separado, uno o dos días antes. Bastan diez minutos.
tools = Para esta revisión
tools-facilitators = Para facilitar
run-sheet = Guion
run-sheet-minutes = Guion, { $time }
result-continue = Continuar
result-continue-text = Funciona. Siguen como están.
result-adjust = Ajustar
result-adjust-text = Cambian de una a tres cosas, con fecha.
result-pause = Pausar
result-pause-text = Paran un tiempo. El reloj también se para.
result-rematch = Nueva pareja
result-rematch-text = Se despiden y buscan a otra persona.
result-end = Terminar
result-end-text = Se despiden, con agradecimiento y una última conversación.
asked-expectations = La conversación inicial
asked-exit = Al salir de «{ $phase }»
asked-redesign = Rediseño tras «{ $phase }»
asked-measure = Encuesta: { $measure }
wave-baseline = al principio
wave-midpoint = a mitad
wave-end = al final
wave-follow_up = un tiempo después

sheet-of = { $id ->
    [mentor] La hoja de quien es mentor
   *[other] La hoja de quien recibe mentoría
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
seen-by-self = Usted se queda con esta hoja.
seen-by-self-text = Los demás oyen solo lo que usted decida decir.
seen-by-others = La leen usted y { $who }.
seen-by-others-text = Nadie más la ve.
seen-by-two = Ustedes dos se quedan con esta hoja.
seen-by-two-text = El programa sabe que está escrita, y cuándo; nada más.
seen-by-unstated = Pregunte quién lee esto antes de escribir.
seen-by-unstated-text = El programa no lo ha dicho aquí.
reader-self = usted
reader-other = la otra persona
reader-mentor = su mentor o mentora
reader-mentee = la persona a quien acompaña
reader-facilitator = la persona facilitadora
reader-coordinator = la coordinación
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
theme-goals = Metas y destrezas
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
cohort-description = { $cohort }, { $dates }: el calendario, cómo funciona la cohorte y qué resultó.
date-to-be-set = Fecha por fijar
no-sessions = En estos días no se celebra nada.
session-cancelled = Cancelada
session-skipped = Se omite
session-moved = Trasladada desde el { $date }
session-optional = Quien quiera

way-done = El trabajo está hecho
way-done-text = Ya tiene lo que buscaba. Decirlo es un éxito, cualquier día del año.
way-rematch = No funciona
way-rematch-text = Nadie tiene que tener la culpa. Hay dos maneras de pedir otra persona.
way-stop = Quiere dejarlo
way-stop-text = Cualquiera puede, en cualquier momento. A quién acudir y qué ocurre después.

notice-draft = Un borrador
notice-draft-text = Esta página se está escribiendo. No se fíe de ella todavía.
notice-untranslated = Aún sin traducir
notice-untranslated-text = Lee usted la página en el idioma en que se escribió.
notice-stale = La traducción va por detrás
notice-stale-text = El original ha cambiado desde que se tradujo esta página.

kind-guide = Guías
kind-script = Guiones
kind-worksheet = Hojas
kind-policy = Políticas
kind-question = Preguntas
kind-check-in = Revisiones
kind-phase = Fases
kind-cohort = Cohortes
kind-term = Palabras

term-program = { $n ->
    [one] programa
   *[other] programas
}
term-cohort = { $n ->
    [one] cohorte
   *[other] cohortes
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
    [one] persona mentorizada
   *[other] personas mentorizadas
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
meaning-match = Una relación de mentoría, del primer encuentro a la última conversación.
meaning-mentor = Alguien que ya trabaja en un campo, que da su tiempo y dice lo que no puede dar.
meaning-mentee = Alguien que busca su camino y marca el rumbo.
meaning-coordinator = Quien lleva el programa. Escríbale primero.
meaning-facilitator = Alguien de fuera que sostiene una conversación y cuida el tiempo. No gana ni pierde con el resultado.
meaning-phase = Un tramo del año con su propia tarea. Cada uno termina con un rediseño.
meaning-check_in = Una ocasión fijada para preguntar cómo va la relación, y cambiarla.
meaning-session = Todo lo que está en el calendario.
meaning-closure = Terminar a propósito: una última conversación, las gracias y lo que viene después.
meaning-rematch = Un nuevo comienzo con otra persona, tras un final sin culpas.
meaning-survey = Preguntas a todas las personas a la vez, para aprender sobre el programa, no sobre usted.

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
