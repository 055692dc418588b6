"""Texts in other languages, each with the encoding of its country: none of them is Vietnamese."""

from __future__ import annotations

WESTERN = (
    (
        "cp1252",
        (
            "L'école a été reconstruite là où elle était déjà, et les élèves y sont très à l'aise."
            " Voilà la leçon que le maître a préparée : où est la forêt, dès le pont passé ?"
        ),
    ),
    (
        "cp1252",
        (
            "Für die Gäste der Schule wäre schönes Wetter größer zu wünschen. Über die Brücke geht"
            " der Weg, den die Schüler täglich gehen müssen, auch wenn es früh dämmert."
        ),
    ),
    (
        "cp1252",
        "Così è la città: più su c'è l'università, lì giù può sì finire la fatica.",
    ),
    (
        "cp1252",
        "São três os princípios que não se discutem: a educação, a saúde e a casa, até amanhã.",
    ),
    (
        "cp1252",
        "El niño comió allá mañana según la opinión del señor más viejo; aún no volvió.",
    ),
    (
        "cp1252",
        "På den lille ø i åen står både får og køer, og børnene går i skole hver dag året rundt.",
    ),
    (
        "cp1250",
        (
            "Škola stojí na kopci nad řekou, žáci k ní chodí pěšky přes můstek a každý den počítají"
            " čápy. Učitelka říká, že dřív tu býval mlýn a že se děti těšily na mouku."
        ),
    ),
    (
        "cp1250",
        (
            "Szkoła stoi na wzgórzu, dzieci idą tam pieszo przez łąkę i codziennie liczą bociany."
            " Nauczycielka mówi, że dawniej był tu młyn, a ludzie przyjeżdżali po mąkę."
        ),
    ),
    (
        "iso8859_2",
        (
            "Az iskola a dombon áll, a gyerekek gyalog mennek fel a hídon át, és mindig számolják a"
            " gólyákat. A tanítónő szerint régen malom őrölt itt, és sűrű erdő nőtt körülötte."
        ),
    ),
    (
        "cp1254",
        (
            "Okul tepenin üstündedir; çocuklar köprüden yürüyerek geçer ve leylekleri sayarlar."
            " Öğretmen eskiden burada bir değirmen olduğunu söylüyor."
        ),
    ),
    (
        "cp1251",
        "Школа стоит на холме, и дети ходят туда пешком через мост, а по дороге считают аистов.",
    ),
    (
        "iso8859_7",
        "Το σχολείο βρίσκεται στον λόφο και τα παιδιά πηγαίνουν με τα πόδια κάθε μέρα.",
    ),
)
"""Pairs of a codec and a text that it can store."""
