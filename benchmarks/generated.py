"""Text that looks like a Vietnamese report, made from a list of syllables."""

from __future__ import annotations

import random

from bulletin_tui.model.article import Block, BlockKind, Document

_WORDS = (
    "các trường trong tỉnh đã được sửa chữa và xây mới nhờ nguồn vốn của nhân dân đóng góp nhiều "
    "năm qua việc dạy học có tiến bộ rõ rệt tuy còn thiếu phòng thí nghiệm thư viện sách vở giáo "
    "viên ở vùng xa phải đi bộ hàng giờ để đến lớp kế hoạch tới là mở thêm lớp ngoại ngữ"
)
SYLLABLES = tuple(_WORDS.split())


def generated_document(characters: int, seed: int = 1) -> Document:
    """About `characters` code points in paragraphs of one to several sentences."""
    chance = random.Random(seed)
    text: list[str] = []
    blocks: list[Block] = []
    length = 0
    while length < characters:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(1, 8)))
        blocks.append(Block(BlockKind.PARAGRAPH, length, length + len(paragraph)))
        text.append(paragraph)
        length += len(paragraph) + 2
    return Document("\n\n".join(text), tuple(blocks))


def _sentence(chance: random.Random) -> str:
    words = chance.choices(SYLLABLES, k=chance.randint(8, 40))
    return " ".join(words).capitalize() + "."
