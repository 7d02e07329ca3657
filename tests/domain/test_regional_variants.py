"""What is right in one country is not corrected into another's; what is wrong everywhere is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLexicon
from tutor.domain.object_pronouns import is_either_pronoun
from tutor.domain.pronunciation import plain
from tutor.domain.regional_variants import are_variants


def variants(said, better, before="", after=""):
    return are_variants(said.split(), better.split(), before.split(), after.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zumo", "jugo"), ("zumos", "jugos"), ("aguacate", "palta"), ("camarones", "gambas"),
        ("camiseta", "playera"), ("habitación", "recámara"), ("habitaciones", "cuartos"),
        ("el ordenador", "la computadora"), ("una heladera", "un refrigerador"),
        ("aparqué", "estacioné"), ("aparco", "estaciono"), ("enojamos", "enfadamos"),
        ("echo de menos", "extraño"), ("acá", "aquí"), ("adentro", "dentro"),
    ],
)  # fmt: skip
def test_a_word_of_another_country_is_a_variant_either_way(one, other):
    assert variants(one, other)
    assert variants(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tenés", "tienes"), ("sos", "eres"), ("podés", "puedes"), ("querés", "quieres"),
        ("hablás", "hablas"), ("vivís", "vives"), ("decís", "dices"), ("mirás", "miras"),
        ("sabés", "sabes"), ("vení", "ven"), ("salí", "sal"), ("tené", "ten"), ("poné", "pon"),
        ("mirá", "mira"), ("andá", "ve"), ("decime", "dime"), ("contame", "cuéntame"),
        ("sentate", "siéntate"), ("escribime", "escríbeme"), ("vos tenés", "tú tienes"),
        ("con vos", "contigo"), ("vos", "ti"), ("hacé", "haz"), ("comé", "come"),
    ],
)  # fmt: skip
def test_the_forms_of_vos_are_those_of_tu(one, other):
    assert variants(one, other)
    assert variants(other, one) or plain(one) == plain(other)


INFINITIVES = st.sampled_from(
    "hablar cantar contar jugar pensar comer beber volver entender vivir pedir dormir".split()
)
STRESSED = {
    "contar": "cuentas", "jugar": "juegas", "pensar": "piensas", "volver": "vuelves",
    "entender": "entiendes", "pedir": "pides", "dormir": "duermes",
}  # fmt: skip


@given(INFINITIVES)
def test_every_verb_has_a_form_for_vos(infinitive):
    accented = {"a": "á", "e": "é", "i": "í"}[infinitive[-2]]
    regular = infinitive[:-2] + ("as" if infinitive.endswith("ar") else "es")
    assert variants(f"{infinitive[:-2]}{accented}s", STRESSED.get(infinitive, regular))


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("viví", "vive"), ("escribí", "escribe"), ("hablé", "hable"), ("hablarás", "hablaras"),
        ("comés", "hablas"), ("tenés", "tiene"), ("hablo", "hablas"), ("como", "comes"),
        ("comí", "come"), ("está", "esta"), ("será", "sera"), ("podre", "podrás"),
        ("mas", "más"), ("despues", "después"), ("papas", "papás"), ("angeles", "ángeles"),
        ("tras", "atrás"), ("lá", "la"),
    ],
)  # fmt: skip
def test_a_wrong_person_or_tense_is_not_taken_for_voseo(said, better):
    assert not variants(said, better)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("queréis", "quieren"), ("habéis", "han"), ("sois", "son"), ("vais", "van"),
        ("preocupéis", "preocupen"), ("venid", "vengan"), ("mirad", "miren"),
        ("sentaos", "siéntense"), ("vosotros tenéis", "ustedes tienen"), ("os", "les"),
        ("os", "se"), ("vuestra", "su"), ("hablasteis", "hablaron"), ("ibais", "iban"),
    ],
)  # fmt: skip
def test_the_forms_of_vosotros_are_those_of_ustedes(one, other):
    assert variants(one, other)
    assert variants(other, one)


@pytest.mark.parametrize(
    ("said", "better", "before"),
    [
        ("tenéis", "tienen", "mis padres"),
        ("vais", "van", "ellos"),
        ("tenemos", "tienen", "ustedes"),
        ("tienes", "tienen", "ustedes"),
        ("les", "se", "mis hermanos"),
    ],
)
def test_a_wrong_person_of_somebody_else_is_not_a_variant(said, better, before):
    assert not variants(said, better, before)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("he comido", "comí"), ("hemos hecho", "hicimos"), ("ha ido", "fue"), ("ha sido", "fue"),
        ("has visto", "viste"), ("han dormido", "durmieron"), ("he leído", "leí"),
        ("habéis estado", "estuvisteis"), ("he tenido", "tuve"),
    ],
)  # fmt: skip
def test_the_perfect_and_the_preterite_of_one_verb_are_variants(one, other):
    assert variants(one, other)
    assert variants(other, one)


@pytest.mark.parametrize(
    ("said", "better", "before", "after"),
    [
        ("he comido", "compré", "", ""),
        ("he comido", "comió", "", ""),
        ("he comido", "comí", "ayer", ""),
        ("hemos ido", "fuimos", "", "el año pasado"),
        ("he comido", "como", "", ""),
    ],
)
def test_another_verb_person_or_a_time_long_past_is_not(said, better, before, after):
    assert not variants(said, better, before, after)


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("hablara", "hablase"), ("fuese", "fuera"), ("hubiéramos", "hubiésemos"),
        ("tuvierais", "tuvieseis"), ("hubiera", "habría"), ("quisiera", "querría"),
        ("debiera", "debería"), ("pudieran", "podrían"),
    ],
)  # fmt: skip
def test_doubles_of_the_past_subjunctive_are_variants(said, better):
    assert variants(said, better)


@pytest.mark.parametrize(
    ("said", "better"),
    [("habría", "hubiera"), ("hablaría", "hablara"), ("hablara", "hablaría"), ("casa", "case")],
)
def test_a_conditional_for_a_subjunctive_is_not(said, better):
    assert not variants(said, better, "si")


@pytest.mark.parametrize(
    ("said", "better", "after"),
    [
        ("es", "está", "casado con una francesa"),
        ("está", "es", "casada"),
        ("soy", "estoy", "soltera"),
        ("es", "está", "claro"),
        ("era", "estaba", "muy gordo"),
        ("son", "están", "muy caros"),
        ("es", "está", "más guapa"),
    ],
)
def test_both_stand_where_a_state_may_be_a_trait(said, better, after):
    assert variants(said, better, "", after)


@pytest.mark.parametrize(
    ("said", "better", "after"),
    [
        ("soy", "estoy", "cansado"),
        ("está", "es", "profesora"),
        ("es", "está", "a la derecha"),
        ("es", "estaba", "casado"),
        ("soy", "está", "casado"),
        ("es", "está", "abierta"),
        ("es", "está", ""),
    ],
)
def test_elsewhere_ser_and_estar_are_two_verbs(said, better, after):
    assert not variants(said, better, "", after)


@pytest.mark.parametrize(
    ("said", "better", "before", "after"),
    [
        ("en", "por", "", "la mañana"),
        ("a", "por", "el viernes", "la noche"),
        ("a", "en", "entré", "la casa"),
        ("", "al", "yo juego", "fútbol"),
        ("los", "lo", "se", "dije a mis papás"),
    ],
)
def test_small_words_vary_in_their_places(said, better, before, after):
    assert variants(said, better, before, after)


@pytest.mark.parametrize(
    ("said", "better", "before", "after"),
    [
        ("en", "por", "", "la mesa"),
        ("a", "en", "fui", "la casa"),
        ("", "al", "voy", "cine"),
        ("los", "lo", "yo", "vi"),
        ("lo", "los", "se", "di"),
    ],
)
def test_elsewhere_they_do_not(said, better, before, after):
    assert not variants(said, better, before, after)


FACTS = FakeLexicon(
    {
        "vi": "ver", "llamé": "llamar", "ayudo": "ayudar", "gusta": "gustar", "dije": "decir",
        "saludé": "saludar", "conocí": "conocer", "visto": "ver", "he": "haber", "di": "dar",
        "voy": "ir", "puse": "poner", "compré": "comprar", "quiero": "querer", "puedo": "poder",
        "escribí": "escribir", "quieren": "querer",
    }
).facts  # fmt: skip


def either(said, better, after=""):
    return is_either_pronoun(said, better, after.split(), FACTS)


@pytest.mark.parametrize(
    ("said", "better", "after"),
    [
        ("le", "lo", "vi ayer"),
        ("lo", "le", "vi ayer"),
        ("les", "los", "saludé"),
        ("le", "lo", "he visto"),
        ("le", "lo", "voy a ver"),
        ("le", "lo", "quiero mucho"),
        ("le", "la", "llamé anoche"),
        ("la", "le", "puedo ayudar"),
        ("verle", "verlo", ""),
        ("conocerlos", "conocerles", ""),
        ("ayudarla", "ayudarle", ""),
    ],
)
def test_a_person_met_or_helped_may_be_le_or_lo(said, better, after):
    assert either(said, better, after)


@pytest.mark.parametrize(
    ("said", "better", "after"),
    [
        ("lo", "le", "gusta bailar"),
        ("la", "le", "dije la verdad"),
        ("les", "las", "puse en la mesa"),
        ("le", "lo", "compré ayer"),
        ("le", "la", "vi ayer"),
        ("lo", "le", "quiero decir algo"),
        ("le", "los", "vi"),
        ("decirlo", "decirle", ""),
        ("lo", "le", ""),
        ("hermano", "hermana", "vi"),
    ],
)
def test_what_is_said_or_given_to_somebody_is_le_only_and_a_thing_is_lo(said, better, after):
    assert not either(said, better, after)


@pytest.mark.parametrize(("said", "better"), [("le", "lo"), ("la", "le"), ("les", "los")])
def test_without_its_verb_a_pronoun_has_no_variant(said, better):
    assert not variants(said, better)


WORDS = st.lists(
    st.sampled_from(
        "el la los se le lo es está casado he comido comí tenés tienes zumo jugo en por".split()
    ),
    max_size=3,
)


@given(WORDS, WORDS, WORDS, WORDS)
def test_any_words_may_be_asked_about(said, better, before, after):
    assert are_variants(said, better, before, after) in {True, False}


@given(WORDS, WORDS)
def test_nothing_is_a_variant_of_itself(said, before):
    assert not are_variants(said, said, before)
