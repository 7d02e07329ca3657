"""Which Spanish verbs leave the rules, and how: the closed lists behind ``conjugation``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

__all__ = [
    "HIATUS",
    "IRREGULAR",
    "PARTICIPLES",
    "SECOND_PARTICIPLES",
    "STEM_CHANGES",
    "Z_BEFORE_BACK_VOWEL",
    "Irregular",
    "by_ending",
]


@dataclass(frozen=True, slots=True)
class Irregular:
    """What of a verb is not by rule; an empty field is."""

    first: str = ""
    """I, now; the present subjunctive is built on it."""
    stressed: str = ""
    """The stem of the present where the stem bears the stress."""
    preterite: str = ""
    """A stem that bears the stress itself: *tuv-e, tuv-o*."""
    future: str = ""
    gerund: str = ""
    rows: Mapping[str, str] = field(default_factory=dict)
    """Six forms each, under: present, imperfect, preterite, subjunctive."""

    def prefixed(self, prefix: str) -> "Irregular":
        """The same for *con-* and *tener*."""
        return Irregular(
            first=self.first and prefix + self.first,
            stressed=self.stressed and prefix + self.stressed,
            preterite=self.preterite and prefix + self.preterite,
            future=self.future and prefix + self.future,
            gerund=self.gerund and prefix + self.gerund,
            rows={
                name: " ".join(prefix + form for form in row.split())
                for name, row in self.rows.items()
            },
        )


_T = TypeVar("_T")


def by_ending(table: Mapping[str, _T], infinitive: str) -> tuple[str, _T] | None:
    """The prefix and what a table says about a verb, by the longest entry that fits."""
    if infinitive in table:
        return "", table[infinitive]
    for length in range(len(infinitive)):
        if (entry := "*" + infinitive[length:]) in table:
            return infinitive[:length], table[entry]
    return None


def _listed(words: str, change: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), change)


# A leading * also takes what is prefixed: *contar is descontar too, tentar is not intentar.
STEM_CHANGES: Mapping[str, str] = (
    _listed(
        """*cerrar *pensar *comenzar *empezar *tropezar *despertar *acertar *concertar *calentar
        sentar asentar *alentar tentar *apretar *atravesar *travesar *confesar *gobernar helar
        deshelar *manifestar *merendar negar renegar denegar abnegar *nevar *plegar *quebrar
        *mendar regar *fregar segar *sembrar serrar aserrar *enterrar *desterrar *temblar *arrendar
        *sosegar cegar errar *sangrentar *desmembrar incensar hacendar *restregar *aventar
        *reventar *empedrar acrecentar apacentar escarmentar mentar herrar desherrar *perder
        tender *atender *extender *entender *contender *distender *encender *scender *defender
        heder *querer *verter hender cerner *dezmar *sobrentender *estregar *derrengar *salpimentar
        *cernir concernir *tener""",
        "e>ie",
    )
    | _listed(
        """*vertir *sentir *mentir *arrepentir *herir *ferir *gerir *querir *hervir *venir""",
        "e>ie/i",
    )
    | _listed(
        """*pedir *medir *vestir *servir *seguir *repetir *competir *elegir *colegir *corregir
        regir *rendir *gemir *teñir *ceñir *reñir *streñir *concebir *derretir *embestir *henchir
        *decir""",
        "e>i",
    )
    | _listed("*adquirir *inquirir", "i>ie")
    | _listed("jugar", "u>ue")
    | _listed(
        """*contar *contrar *cordar *costar *almorzar apostar *probar *avergonzar colar recolar
        *colgar *consolar *degollar *mostrar *forzar *renovar *rodar rogar *soldar *soltar sonar
        resonar disonar asonar consonar *soñar *tostar trocar trastrocar *tronar *volar *volcar
        *poblar hollar *desollar *resollar descollar *moblar *agorar *emporcar descornar *regoldar
        *volver *mover poder *doler *morder *torcer cocer escocer recocer moler demoler *llover
        soler *solver""",
        "o>ue",
    )
    | _listed("*dormir *morir", "o>ue/u")
    | _listed(
        """compensar recompensar descompensar pretender destronar""",
        "",
    )
)
"""What becomes of the stem's last such vowel under stress, and after / before *ió, ie, a*."""

HIATUS: Mapping[str, bool] = dict.fromkeys(
    """*enviar *desviar extraviar *ataviar aviar fiar *confiar porfiar *desafiar *grafiar
    *criar *guiar espiar expiar piar *variar *vaciar rociar liar aliar desliar ampliar
    *friar ansiar *esquiar contrariar averiar *hastiar arriar *chirriar historiar
    inventariar ciar *estriar descarriar amnistiar gloriar *aislar *aullar *maullar
    *ahumar *rehusar *ahijar *prohijar *enraizar europeizar hebraizar judaizar arcaizar
    *aunar *aupar airar *ahincar amohinar *cafeinar *sahumar *prohibir *cohibir *reunir
    *rehuir ahitar embaular rehilar sobrehilar""".split(),
    True,
)
"""The stem's last *i* or *u* bears the stress, so it is accented: *envío, prohíbo*."""

Z_BEFORE_BACK_VOWEL: frozenset[str] = frozenset("mecer remecer cocer escocer recocer".split())
"""*-cer* after a vowel, but *mezo* and not *mezco*."""

PARTICIPLES: Mapping[str, str] = (
    {
        "*hacer": "hecho", "*facer": "fecho", "decir": "dicho", "predecir": "predicho",
        "contradecir": "contradicho", "desdecir": "desdicho", "redecir": "redicho", "ver": "visto",
        "prever": "previsto", "entrever": "entrevisto", "rever": "revisto", "*poner": "puesto",
        "*scribir": "scrito", "*abrir": "abierto", "*cubrir": "cubierto", "*romper": "roto",
        "*morir": "muerto", "*volver": "vuelto", "*solver": "suelto", "*freír": "frito",
        "*imprimir": "impreso", "proveer": "provisto", "*pudrir": "podrido",
    }
)  # fmt: skip

SECOND_PARTICIPLES: Mapping[str, str] = (
    {
        "*freír": "freído", "*imprimir": "imprimido", "proveer": "proveído",
        "*scribir": "scripto", "bendecir": "bendito", "maldecir": "maldito",
    }
)  # fmt: skip
"""Written too, less often or as an adjective."""

_VER = {
    "present": "veo ves ve vemos veis ven",
    "imperfect": "veía veías veía veíamos veíais veían",
    "preterite": "vi viste vio vimos visteis vieron",
}
_SEEN_AHEAD = {
    "present": "veo vés vé vemos véis vén",
    "imperfect": "veía veías veía veíamos veíais veían",
}
_FUI = "fui fuiste fue fuimos fuisteis fueron"
_PREVER = Irregular("veo", rows=_SEEN_AHEAD)
IRREGULAR: Mapping[str, Irregular] = {
    "ser": Irregular(
        rows={
            "present": "soy eres es somos sois son",
            "imperfect": "era eras era éramos erais eran",
            "preterite": _FUI,
            "subjunctive": "sea seas sea seamos seáis sean",
        },
    ),
    "ir": Irregular(
        gerund="yendo",
        rows={
            "present": "voy vas va vamos vais van",
            "imperfect": "iba ibas iba íbamos ibais iban",
            "preterite": _FUI,
            "subjunctive": "vaya vayas vaya vayamos vayáis vayan",
        },
    ),
    "estar": Irregular(
        preterite="estuv",
        rows={
            "present": "estoy estás está estamos estáis están",
            "subjunctive": "esté estés esté estemos estéis estén",
        },
    ),
    "haber": Irregular(
        preterite="hub",
        future="habr",
        rows={
            "present": "he has ha hemos habéis han",
            "subjunctive": "haya hayas haya hayamos hayáis hayan",
        },
    ),
    "dar": Irregular(
        rows={
            "present": "doy das da damos dais dan",
            "preterite": "di diste dio dimos disteis dieron",
            "subjunctive": "dé des dé demos deis den",
        },
    ),
    "ver": Irregular("veo", rows=_VER),
    "prever": _PREVER.prefixed("pre"),
    "entrever": _PREVER.prefixed("entre"),
    "rever": _PREVER.prefixed("re"),
    "saber": Irregular(
        preterite="sup",
        future="sabr",
        rows={
            "present": "sé sabes sabe sabemos sabéis saben",
            "subjunctive": "sepa sepas sepa sepamos sepáis sepan",
        },
    ),
    "caber": Irregular("quepo", preterite="cup", future="cabr"),
    "andar": Irregular(preterite="anduv"),
    "desandar": Irregular(preterite="desanduv"),
    "poder": Irregular(preterite="pud", future="podr", gerund="pudiendo"),
    "asir": Irregular("asgo"),
    "desasir": Irregular("desasgo"),
    "erguir": Irregular(stressed="yergu"),
    "errar": Irregular(stressed="yerr"),
    "oler": Irregular(stressed="huel"),
    "desosar": Irregular(stressed="deshues"),
    "argüir": Irregular(stressed="arguy"),
    "roer": Irregular("roo"),
    "bendecir": Irregular("bendigo", preterite="bendij"),
    "maldecir": Irregular("maldigo", preterite="maldij"),
    "predecir": Irregular("predigo", preterite="predij"),
    "rehacer": Irregular(
        "rehago",
        future="rehar",
        rows={"preterite": "rehíce rehiciste rehízo rehicimos rehicisteis rehicieron"},
    ),
    "*tener": Irregular("tengo", preterite="tuv", future="tendr"),
    "*venir": Irregular("vengo", preterite="vin", future="vendr"),
    "*poner": Irregular("pongo", preterite="pus", future="pondr"),
    "*hacer": Irregular("hago", preterite="hic", future="har"),
    "*facer": Irregular("fago", preterite="fic", future="far"),
    "*decir": Irregular("digo", preterite="dij", future="dir"),
    "*traer": Irregular("traigo", preterite="traj"),
    "*querer": Irregular(preterite="quis", future="querr"),
    "*salir": Irregular("salgo", future="saldr"),
    "*valer": Irregular("valgo", future="valdr"),
    "*oír": Irregular("oigo", stressed="oy"),
    "*caer": Irregular("caigo"),
    "*raer": Irregular("raigo"),
    "*ducir": Irregular(preterite="duj"),
}
