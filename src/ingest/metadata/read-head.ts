import { readMarker } from "../markers/read-marker.ts";
import type { NormalisedText } from "../normalise.ts";
import { WRITTEN_DATE } from "./chinese-date.ts";
import { normaliseDocumentNumber } from "./document-number.ts";
import type { HeadLabel, LabelledValue } from "./head-labels.ts";
import { readHeadLabels } from "./head-labels.ts";
import { splitOrganisations } from "./organisation.ts";
import { readDecree } from "./read-decree.ts";
import { isCompleteTitle, joinTitle } from "./title-text.ts";

/** A line of the head by UTF-16 offsets into the canonical text. */
export interface HeadLine {
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/** 中华人民共和国国务院令 / 第706号 at the head of a document that it promulgates. */
export interface Decree {
  readonly agency: string;
  readonly start: number;
  readonly end: number;
}

/** What stands before a document's body, read line by line. */
export interface Head {
  /** Lines that can be the title, in order; they stand directly one after another. */
  readonly titleLines: readonly HeadLine[];
  /** Whether a 文号, an addressee or a note of promulgation ends the title: all of the lines are the title then. */
  readonly titleIsBounded: boolean;
  readonly documentNumber: LabelledValue | null;
  readonly decree: Decree | null;
  readonly labels: ReadonlyMap<HeadLabel, LabelledValue>;
  /** The lines of the body's beginning, the first of them being what ended the head. */
  readonly bodyLines: readonly HeadLine[];
}

const HEAD_LINES = 40;
const LONGEST_LINE = 120;
const SENTENCE = /[。；！？]/;
const RED_HEAD = /^[\u4E00-\u9FFF\s、]{2,60}文件$/;
const ASIDE =
  /^(?:特急|加急|平急|特提|急件|机密|秘密|绝密|内部|公开|此件公开发布|主动公开|依申请公开|签发人|份号|密级|打印|关闭|字号|字体|分享|收藏|首页|当前位置|您(?:现在)?的?位置|来源|浏览次数|附件\s*[:：]?\s*\d*$|附$|附[:：]$)/;
/** 国务院令第706号, 海城市人民代表大会常务委员会公告〔十六届〕第9号 */
const AGENCY_AND_NUMBER =
  /^(.{2,50}?)\s*(?:令|公告|通告)\s*(?:[〔［[（(](?:[一二三四五六七八九十\d]+届|\d{4})[〕］\])）]\s*|[（(])?(?:\d{4}|第)/;
const CONTENTS = /^目[\s\u3000]*[录次]$/;
const OPENING = /^(?:序言|前言|引言|导言|摘要|总则|第一[章部条编节]|正文)/;
const DATE_LINE = new RegExp(`^[（(]?\\s*${WRITTEN_DATE}\\s*[）)]?$`);

/** （甲省人民政府令第310号公布） */
const PROMULGATED =
  /^[（(][\u4E00-\u9FFF·]{2,40}令\s?第\s?[\d〇○零一二三四五六七八九十百千]+\s?号\s?(?:公布|发布|颁布)/;

/** （2018年9月6日国务院第23次常务会议修订通过…: the note of promulgation below a title. */
export const opensNote = (content: string): boolean =>
  /^[（(]/.test(content) &&
  (new RegExp(WRITTEN_DATE).test(content.slice(0, 60)) || PROMULGATED.test(content)) &&
  !/^[（(]以下简称/.test(content);

const isAddressee = (content: string): boolean => /[:：]$/.test(content);

const ownNumber = (line: HeadLine): LabelledValue | null => {
  // 京政发〔2023〕17号 签发人：某某; （国发〔2019〕5号）
  // 长政办发〔2020〕9号 CSCR—2020—01009; 甬市监〔2020〕5号 2021年修订
  const content = line.content
    .replace(/\s*签发人.*$/, "")
    .replace(/^[（(](.*号)[）)]$/, "$1")
    .replace(
      /^([^\s《》（）()，]{2,16}?[〔［[【（(﹝]\s?\d{4}\s?[〕］\]】）)﹞]\s?\d{1,5}\s?号)[\s\u3000]+[^，。；：《》]{1,30}$/,
      "$1",
    );
  const value = normaliseDocumentNumber(content);
  return value === null || /关于/.test(content) ? null : { value, start: line.start, end: line.end };
};

/** Reads the head of a document: the title's lines, its own 文号, a decree, and a block of labels. */
export const readHead = (normalised: Pick<NormalisedText, "text" | "paragraphs">): Head => {
  const { text } = normalised;
  const all: HeadLine[] = normalised.paragraphs
    .filter((paragraph) => !paragraph.isFootnote)
    .slice(0, HEAD_LINES)
    .map(({ start, end }) => ({ content: text.slice(start, end), start, end }));
  const { labels, used } = readHeadLabels(all);
  const lines = all.filter((_line, index) => !used.has(index));
  const titleLines: HeadLine[] = [];
  let titleIsBounded = false;
  let documentNumber = labels.get("documentNumber") ?? null;
  let decree: Decree | null = null;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const { content } = line;
    const number = ownNumber(line);
    if (number !== null) {
      // What reads 国务院令第706号 as one line is a decree and its number at once.
      const agency = AGENCY_AND_NUMBER.exec(content)?.[1];
      if (agency !== undefined && titleLines.length === 0 && splitOrganisations(agency).length > 0)
        decree = { agency, start: line.start, end: line.start + agency.length };
      documentNumber ??= number;
      if (titleLines.length > 0) {
        titleIsBounded = true;
        break;
      }
      continue;
    }
    if (titleLines.length === 0) {
      const found = readDecree(lines, at);
      if (found !== null) {
        decree = found.decree;
        documentNumber ??= found.number;
        at += found.lines - 1;
        continue;
      }
      if (
        (RED_HEAD.test(content) && !content.includes("关于")) ||
        (ASIDE.test(content) && content.length < 40)
      )
        continue;
    }
    if (isAddressee(content) || opensNote(content)) {
      titleIsBounded = titleLines.length > 0;
      break;
    }
    if (
      content.length > LONGEST_LINE ||
      SENTENCE.test(content) ||
      /，/.test(content) ||
      CONTENTS.test(content) ||
      OPENING.test(content) ||
      DATE_LINE.test(content) ||
      readMarker(content) !== null
    )
      break;
    titleLines.push(line);
  }
  // Above a block of labels stands the page's own heading, where the title stands below it.
  const below = titleLines.findIndex(
    ({ start }, index) =>
      index > 0 &&
      all.some(
        (each, place) => used.has(place) && each.start < start && each.start > (titleLines[0]?.start ?? 0),
      ),
  );
  const isBelow =
    below > 0 && isCompleteTitle(joinTitle(titleLines.slice(below).map(({ content }) => content)));
  if (isBelow) titleLines.splice(0, below);
  // 法释〔2020〕17号 below the note of promulgation.
  if (documentNumber === null && titleLines.length > 0) {
    for (const line of lines.slice(at, at + 4)) {
      if (SENTENCE.test(line.content) && !/^[（(]/.test(line.content)) break;
      documentNumber ??= ownNumber(line);
    }
  }
  return { titleLines, titleIsBounded, documentNumber, decree, labels, bodyLines: lines.slice(at) };
};
