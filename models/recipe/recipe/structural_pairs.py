"""Pairs that the structure of documents gives: heading and body, item and field, term and definition."""

import random
import re
from collections.abc import Iterator

Row = dict[str, str]
Pair = dict[str, str]

MAJOR = re.compile(r"^[一二三四五六七八九十]+、\s*(.+)$")
MINOR = re.compile(r"^（[一二三四五六七八九十]+）\s*(.+)$")
SENTENCE = re.compile(r"[^。！？]+[。！？]")
TERM = re.compile(r"本(?:法|条例|办法|规定|细则|决定|准则)所称(?:的)?([^，。；：、（）《》]{2,16})[，,]?\s*(?:是)?指")
FIELD_QUESTIONS = {
    "受理条件": ("办理{}需要什么条件？", "{}的受理条件", "什么情况可以申请{}？"),
    "申请材料": ("办{}要带什么材料？", "{}需要提交哪些材料？"),
    "办理地点": ("{}在哪里办？", "到什么地方办理{}？"),
    "承诺办结时限": ("{}多久能办好？", "办理{}要几个工作日？"),
    "服务对象": ("谁可以申请{}？", "{}是给个人还是企业办的？"),
}
TERM_QUESTIONS = ("什么是{}？", "{}是什么意思？", "{}指什么？", "{}的定义", "哪些算{}？")
SHORTEST_BODY, LONGEST_BODY = 30, 360


def policy_pairs(document: Row, chance: random.Random) -> Iterator[Pair]:
    """Heading to body, and first sentence to the sentences after it, under the headings above."""
    major = ""
    for line in document["text"].split("\n"):
        stripped = line.strip()
        if found := MAJOR.match(stripped):
            major = found[1].split("。")[0]
            stripped = found[1]
        elif found := MINOR.match(stripped):
            stripped = found[1]
        sentences = SENTENCE.findall(stripped)
        rest = "".join(sentences[1:])[:LONGEST_BODY]
        if len(sentences) < 2 or len(rest) < SHORTEST_BODY or len(sentences[0]) > 60:
            continue
        lead = sentences[0].rstrip("。")
        path = f"{document['title']} {major}".strip()
        body = stripped[:LONGEST_BODY] if chance.random() < 0.4 else rest
        yield {"group": document["id"], "query": lead, "title": path, "passage": body}
        if len(sentences) > 3:
            middle = chance.randrange(1, len(sentences))
            others = "".join(sentences[:middle] + sentences[middle + 1 :])[:LONGEST_BODY]
            question = sentences[middle].rstrip("。")[:70]
            yield {"group": document["id"], "query": question, "title": path, "passage": others}


def service_pairs(item: Row, chance: random.Random) -> Iterator[Pair]:
    """An item's name to the whole item, and a question about one field to that field."""
    name, body = item["title"], item["text"]
    yield {"group": "", "query": name, "title": "", "passage": body[:LONGEST_BODY]}
    fields = dict(line.split("：", 1) for line in body.split("\n") if "：" in line)
    named = [field for field in FIELD_QUESTIONS if len(fields.get(field, "")) > 1]
    if named:
        field = chance.choice(named)
        question = chance.choice(FIELD_QUESTIONS[field]).format(re.sub(r"[（(].*?[)）]$", "", name))
        passage = f"{field}：{fields[field]}"[:LONGEST_BODY]
        yield {"group": "", "query": question, "title": name, "passage": passage}


def law_pairs(article: Row, chance: random.Random) -> Iterator[Pair]:
    """One sentence of an article to its other sentences, under the law and the chapter."""
    sentences = SENTENCE.findall(article["text"].replace("\n", ""))
    if len(sentences) >= 3:
        law = article["title"].removesuffix(article["article"]).strip()
        taken = chance.randrange(len(sentences))
        rest = "".join(sentences[:taken] + sentences[taken + 1 :])[:LONGEST_BODY]
        question = sentences[taken].rstrip("。")[:70]
        title = f"{law} {article['chapter']}".strip()
        yield {"group": article["doc"], "query": question, "title": title, "passage": rest}


def term_pairs(article: Row, chance: random.Random) -> Iterator[Pair]:
    """A question about a term to the article that defines it."""
    found = TERM.search(article["text"])
    if found is not None:
        law = article["title"].removesuffix(article["article"]).strip()
        question = chance.choice(TERM_QUESTIONS).format(found[1])
        yield {"group": "", "query": question, "title": law, "passage": article["text"][:LONGEST_BODY]}
