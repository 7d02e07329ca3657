"""Conjugating Spanish verbs by rule, and reading their forms back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.conjugation import VerbIndex, is_infinitive, paradigm, readings_of
from tutor.domain.verb_forms import Mood, Reading, Tense

SHORT = {
    "pres": (Mood.INDICATIVE, Tense.PRESENT),
    "pret": (Mood.INDICATIVE, Tense.PRETERITE),
    "impf": (Mood.INDICATIVE, Tense.IMPERFECT),
    "fut": (Mood.INDICATIVE, Tense.FUTURE),
    "cond": (Mood.INDICATIVE, Tense.CONDITIONAL),
    "subj": (Mood.SUBJUNCTIVE, Tense.PRESENT),
    "subi": (Mood.SUBJUNCTIVE, Tense.IMPERFECT),
    "ger": (Mood.GERUND, Tense.NONE),
    "part": (Mood.PARTICIPLE, Tense.NONE),
}
KNOWN = """
hablar   pres1 hablo pres5 habláis pret1 hablé pret3 habló impf4 hablábamos subi4 habláramos
comer    pres4 comemos pret3 comió pret6 comieron subj2 comas ger comiendo part comido
vivir    pres4 vivimos pres5 vivís fut4 viviremos cond2 vivirías subi1 viviera
buscar   pret1 busqué subj3 busque pret3 buscó
llegar   pret1 llegué subj4 lleguemos
empezar  pres1 empiezo pret1 empecé subj3 empiece subj4 empecemos
averiguar pres1 averiguo pret1 averigüé subj3 averigüe
avergonzar pres1 avergüenzo pret1 avergoncé subj3 avergüence
coger    pres1 cojo subj6 cojan pret3 cogió
dirigir  pres1 dirijo subj3 dirija
distinguir pres1 distingo subj3 distinga pres3 distingue
vencer   pres1 venzo subj3 venza
conocer  pres1 conozco pres3 conoce subj3 conozca
mecer    pres1 mezo
torcer   pres1 tuerzo subj4 torzamos
cocer    pres1 cuezo pres3 cuece
conducir pres1 conduzco pret1 conduje pret6 condujeron subi1 condujera
construir pres1 construyo pres4 construimos pret3 construyó ger construyendo part construido
huir     pres1 huyo pret1 hui pret3 huyó pres5 huis
argüir   pres1 arguyo pres4 argüimos pret3 arguyó
enviar   pres1 envío pres4 enviamos subj3 envíe pret1 envié
cambiar  pres1 cambio subj3 cambie
confiar  pres3 confía
aliviar  pres3 alivia
atrofiar pres3 atrofia
guiar    pres1 guío pret1 guie pret3 guio
actuar   pres1 actúo subj6 actúen
evacuar  pres3 evacua
prohibir pres3 prohíbe pres4 prohibimos
reunir   pres1 reúno subj6 reúnan
aislar   pres6 aíslan
leer     pret2 leíste pret3 leyó pret4 leímos ger leyendo part leído subi3 leyera
oír      pres1 oigo pres2 oyes pres4 oímos pret3 oyó fut1 oiré part oído
caer     pres1 caigo pret6 cayeron part caído
reír     pres1 río pres4 reímos pret3 rio ger riendo subj3 ría fut3 reirá
sonreír  pres3 sonríe pret3 sonrió pret6 sonrieron
freír    part frito
reñir    pres3 riñe pret3 riñó ger riñendo
bullir   pret3 bulló ger bullendo
encontrar pres1 encuentro pres4 encontramos subj3 encuentre
recordar pres6 recuerdan
jugar    pres3 juega subj1 juegue subj4 juguemos
despertar pres1 despierto
intentar pres1 intento
compensar pres3 compensa
pretender pres1 pretendo
destronar pres3 destrona
entender pres1 entiendo pret3 entendió
divertir pres1 divierto pret3 divirtió ger divirtiendo subj4 divirtamos
sugerir  pres3 sugiere pret6 sugirieron subi3 sugiriera
discernir pres3 discierne pret3 discernió
dormir   pres1 duermo pret3 durmió subj4 durmamos ger durmiendo
morir    pret6 murieron part muerto
pedir    pres1 pido pret3 pidió ger pidiendo subj4 pidamos
seguir   pres1 sigo pres3 sigue pret3 siguió
elegir   pres1 elijo pres2 eliges subj3 elija
adquirir pres1 adquiero pret3 adquirió
oler     pres3 huele pres4 olemos
errar    pres3 yerra
ser      pres1 soy impf4 éramos pret3 fue subj3 sea subi4 fuéramos part sido
ir       pres1 voy impf1 iba pret1 fui subj4 vayamos ger yendo part ido fut1 iré
estar    pres3 está pret3 estuvo subj3 esté
haber    pres1 he pres3 ha fut3 habrá pret3 hubo subj3 haya
dar      pres1 doy pret1 di pret3 dio subj3 dé subi1 diera
ver      pres1 veo impf3 veía pret3 vio part visto
prever   pres3 prevé pret3 previó part previsto
saber    pres1 sé pret1 supe fut1 sabré subj3 sepa
caber    pres1 quepo pret3 cupo
tener    pres1 tengo pres3 tiene pret3 tuvo fut3 tendrá
obtener  pres3 obtiene pret1 obtuve
venir    pres1 vengo pres3 viene pret3 vino ger viniendo
poner    pret3 puso part puesto cond1 pondría
suponer  pres1 supongo part supuesto
hacer    pres1 hago pret1 hice pret3 hizo fut1 haré part hecho
rehacer  pret3 rehízo part rehecho
satisfacer pres1 satisfago pret3 satisfizo part satisfecho
decir    pres1 digo pres3 dice pret6 dijeron fut1 diré ger diciendo part dicho
bendecir fut1 bendeciré pret3 bendijo part bendecido
traer    pres1 traigo pret6 trajeron ger trayendo part traído
poder    pres3 puede pret3 pudo ger pudiendo
querer   pres1 quiero pret1 quise fut1 querré
salir    pres1 salgo fut3 saldrá
andar    pret3 anduvo pres3 anda
mandar   pret3 mandó
escribir part escrito
abrir    part abierto
volver   pres3 vuelve part vuelto
descubrir part descubierto
resolver part resuelto
lavarse  pres3 lava ger lavando
irse     pret6 fueron
"""
VERBS = [line.split()[0].removesuffix("se") for line in KNOWN.split("\n") if line]
INDEX = VerbIndex(VERBS)


def slot_of(short):
    name, person = (short[:-1], int(short[-1])) if short[-1].isdigit() else (short, 0)
    return (*SHORT[name], person)


@pytest.mark.parametrize("line", [line for line in KNOWN.split("\n") if line])
def test_a_verb_has_the_forms_that_people_use(line):
    verb, *pairs = line.split()
    telling = dict(zip(pairs[::2], pairs[1::2], strict=True))
    forms = paradigm(verb)
    assert {short: forms[slot_of(short)] for short in telling} == telling


def test_there_are_45_forms():
    assert {len(paradigm(verb)) for verb in VERBS} == {3 + 7 * 6}


@given(st.sampled_from(VERBS))
def test_every_form_reads_back_as_itself(verb):
    for slot, form in paradigm(verb).items():
        assert Reading(verb, *slot) in readings_of(form, [verb])
        assert Reading(verb, *slot) in INDEX.readings(form)
        assert INDEX.form(verb, *slot) == form


@given(st.text("aábcdeéfghiíjklmnñoóqrstuúüyz", max_size=8), st.sampled_from(["ar", "er", "ir"]))
def test_an_invented_verb_is_conjugated_too(stem, ending):
    verb = stem + ending
    for slot, form in paradigm(verb).items():
        assert Reading(verb, *slot) in readings_of(form, [verb])


@pytest.mark.parametrize(
    ("form", "verb", "mood", "tense", "person"),
    [
        ("hablase", "hablar", Mood.SUBJUNCTIVE, Tense.IMPERFECT, 3),
        ("dijésemos", "decir", Mood.SUBJUNCTIVE, Tense.IMPERFECT, 4),
        ("hay", "haber", Mood.INDICATIVE, Tense.PRESENT, 3),
        ("freído", "freír", Mood.PARTICIPLE, Tense.NONE, 0),
        ("guió", "guiar", Mood.INDICATIVE, Tense.PRETERITE, 3),
        ("lavarse", "lavar", Mood.INFINITIVE, Tense.NONE, 0),
        ("oírlo", "oír", Mood.INFINITIVE, Tense.NONE, 0),
        ("haciéndolo", "hacer", Mood.GERUND, Tense.NONE, 0),
        ("decírselo", "decir", Mood.INFINITIVE, Tense.NONE, 0),
    ],
)
def test_some_forms_are_only_read(form, verb, mood, tense, person):
    expected = Reading(verb, mood, tense, person)
    assert expected in readings_of(form, [verb])
    assert expected in INDEX.readings(form)
    assert form not in paradigm(verb).values()


def test_a_form_of_two_verbs_is_read_as_both():
    assert {reading.lemma for reading in INDEX.readings("fui")} == {"ser", "ir"}
    assert {reading.person for reading in INDEX.readings("hablaba")} == {1, 3}


def test_what_is_no_form_has_no_reading():
    assert INDEX.readings("mesa") == ()
    assert readings_of("tenió", ["tener"]) == frozenset()


def test_a_verb_that_was_not_named_has_no_form():
    assert INDEX.form("cantar", Mood.GERUND, Tense.NONE, 0) is None
    assert INDEX.form("hablar", Mood.GERUND, Tense.NONE, 1) is None


@pytest.mark.parametrize("word", ["casa", "", "se", "comprarlo"])
def test_another_word_is_no_infinitive_and_has_no_forms(word):
    assert not is_infinitive(word)
    assert paradigm(word) == {}
