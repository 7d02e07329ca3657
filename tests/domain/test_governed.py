"""Changes that would take away what another word wants."""

import pytest

from tutor.domain.correction import EditKind
from tutor.domain.governed import is_governed


def governed(sentence, kind=EditKind.PREPOSITION):
    """Whether the change that stands in ``[said|better]`` is one."""
    before, rest = sentence.split("[")
    change, after = rest.split("]")
    said, better = change.split("|")
    following = after.split()
    return is_governed(
        said.split(), better.split(), before.split(), following[0] if following else "", kind
    )


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("puedo probar [a|] describir la casa", EditKind.PREPOSITION),
        ("ayer empecé [a|] leer", EditKind.PREPOSITION),
        ("voy [a|] comer", EditKind.PREPOSITION),
        ("me gusta pasar mi tiempo libre [haciendo|hacer] yoga", EditKind.VERB_FORM),
        ("pasamos la tarde [hablando|hablar]", EditKind.VERB_FORM),
        ("sigo [viviendo|vivir] aquí", EditKind.VERB_FORM),
        ("es un buen orador o [escritor|escritora]", EditKind.GENDER_AGREEMENT),
        ("a [muchas|muchos] adolescentes les gusta", EditKind.GENDER_AGREEMENT),
        ("mi hermana y yo bailamos [juntos|juntas]", EditKind.GENDER_AGREEMENT),
        ("el clima [estaba|era] malo", EditKind.SER_ESTAR),
        ("busco a alguien que [hable|habla] alemán", EditKind.VERB_MOOD),
        ("[yo|he] canté ocho años", EditKind.VERB_FORM),
        ("yo [vivio|vivió] con ella", EditKind.ACCENT),
        ("[la|el] cuenta es muy confusa", EditKind.GENDER_AGREEMENT),
        ("[una|un] canción bonita", EditKind.GENDER_AGREEMENT),
        ("corro una hora [mínimo|mínima]", EditKind.GENDER_AGREEMENT),
    ],
)
def test_what_another_word_wants_stays(sentence, kind):
    assert governed(sentence, kind)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("puedo [a|] comer", EditKind.PREPOSITION),
        ("empecé [a|] la clase", EditKind.PREPOSITION),
        ("me gusta [haciendo|hacer] yoga", EditKind.VERB_FORM),
        ("pasé por la casa [cantando|cantar]", EditKind.VERB_FORM),
        ("[la|el] día es largo", EditKind.GENDER_AGREEMENT),
        ("[la|el] agua está fría", EditKind.GENDER_AGREEMENT),
        ("ella [vivio|vivió] con ella", EditKind.ACCENT),
        ("quiero que [vienes|vengas] hoy", EditKind.VERB_MOOD),
        ("[la|el] problema", EditKind.GENDER_AGREEMENT),
        ("mi hermana es alta y [simpático|simpática]", EditKind.GENDER_AGREEMENT),
        ("mis tías viven [juntos|juntas]", EditKind.GENDER_AGREEMENT),
        ("mi hermano [está|es] profesor", EditKind.SER_ESTAR),
        ("el día [es|está] nublado", EditKind.SER_ESTAR),
    ],
)
def test_other_changes_are_free(sentence, kind):
    assert not governed(sentence, kind)
