import { findCitedTitles } from "./cited-title.ts";
import type { LabelledValue } from "./head-labels.ts";
import { isAbbreviation, shortOrganisation, splitOrganisations } from "./organisation.ts";
import type { PromulgationEvent, UndatedIssue } from "./promulgation-note.ts";
import type { Head } from "./read-head.ts";
import type { Signature } from "./signature.ts";
import type { FoundTitle } from "./title.ts";

const VERB = /关于|转发|批转|印发|发布|公布|颁布|对(?=.{2,40}(?:答复|复函|意见))|公告|通告|令/g;
const SHORT_NAME = /^(?:[省市区县州]|自治区)(?!.{0,4}[省市区县州])/;
const AND_OTHERS = /等[〇一二三四五六七八九十\d]+(?:个)?(?:部门|单位|部委|委办局|委局|机关|家)$/;
/** 近日，工业和信息化部、科学技术部、北京市人民政府印发了《…》 */
const ISSUED =
  /(?:^|[。，,\s])(?:(?:近日|日前|今天|\d{1,2}月\d{1,2}日)[，,]\s*)?([\u4E00-\u9FFF、]{3,120}?)(?:近日|日前)?(?:联合|共同|正式)?(?:印发|发布|出台|公布|颁布|制定)了?(?=《)/;

const places = (names: readonly string[], text: string, from: number, to: number): LabelledValue[] => {
  let at = from;
  return names.map((name) => {
    // The name may be wrapped over lines or spaced out where it stands.
    const letters = Array.from(name).map((letter) => letter.replaceAll(/[()]/g, "\\$&"));
    const match = new RegExp(letters.join("[\\s\\u3000]*")).exec(text.slice(at, to));
    if (match === null) return { value: shortOrganisation(name), start: from, end: to };
    const start = at + match.index;
    at = start + match[0].length;
    return { value: shortOrganisation(name), start, end: at };
  });
};

/** The issuers that a title begins with: 国务院办公厅、中央军委办公厅 | 关于…; empty where it names none or not all. */
const fromTitle = (title: FoundTitle | null, text: string): LabelledValue[] => {
  if (title === null) return [];
  for (const verb of title.title.matchAll(VERB)) {
    const prefix = title.title.slice(0, verb.index);
    const names = AND_OTHERS.test(prefix) ? [] : splitOrganisations(prefix);
    if (names.length > 0) return places(names, text, title.start, title.end);
    if (prefix.length > 80) break;
  }
  return [];
};

const fromIssuedSentence = (head: Head, title: FoundTitle | null): LabelledValue[] => {
  for (const line of head.bodyLines.slice(0, 3)) {
    const match = ISSUED.exec(line.content);
    if (match === null) continue;
    const cited = findCitedTitles(line.content).find(({ start }) => start >= match.index);
    if (cited === undefined || title === null || !sameWords(cited.title, title.title)) continue;
    const names = splitOrganisations(match[1] ?? "");
    const from = line.start + line.content.indexOf(match[1] ?? "", match.index);
    if (names.length > 0)
      return names.map((name) => ({
        value: shortOrganisation(name),
        start: from + (match[1] ?? "").indexOf(name),
        end: from + (match[1] ?? "").indexOf(name) + name.length,
      }));
  }
  return [];
};

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/[\s—–－~～-]/g, "");

const sameWords = (one: string, other: string): boolean => {
  return plain(one).includes(plain(other)) || plain(other).includes(plain(one));
};

const fromEvents = (events: readonly PromulgationEvent[]): LabelledValue[] => {
  const named = events.flatMap(({ issuer, start, end, kind }) =>
    issuer === null || kind === "effective" ? [] : [{ value: issuer, start, end }],
  );
  // A law that was revised as a whole is its reviser's; before that it is whose it was at first.
  const published = events.findLast(({ kind, issuer }) => kind === "published" && issuer !== null);
  const chosen =
    published === undefined
      ? named.at(-1)
      : { value: published.issuer ?? "", start: published.start, end: published.end };
  return chosen === undefined ? [] : [chosen];
};

/**
 * Who issued the document, in the order of authority of what says so: the title (国务院关于…), the decree above it, the
 * block of labels, the note of promulgation, the signature, the sentence that reports the issue. A label or a
 * signature that names more than the title completes it (国务院办公厅等八部门).
 */
export const findIssuers = (
  text: string,
  head: Head,
  title: FoundTitle | null,
  events: readonly PromulgationEvent[],
  signature: Signature | null,
  undated: UndatedIssue | null,
): readonly LabelledValue[] => {
  const titled = fromTitle(title, text);
  const signed = signature?.issuers ?? [];
  // 市科委关于…, signed by 上海市科学技术委员会: the signature gives the names in full.
  const isShort = titled.some(
    ({ value }, index) => SHORT_NAME.test(value) || isAbbreviation(value, signed[index]?.value ?? ""),
  );
  if (titled.length > 0 && isShort && signed.length === titled.length) return signed;
  if (titled.length > 0) return titled;
  const { decree } = head;
  if (decree !== null) {
    // 主席令 promulgates what a congress adopted.
    const agency = shortOrganisation(decree.agency);
    const adopted = fromEvents(events);
    if (agency.endsWith("主席")) return adopted.length > 0 ? adopted : congressIn(head);
    const names = splitOrganisations(agency);
    if (names.length > 0) return places(names, text, decree.start, decree.end);
  }
  if (signed.length > 1) return signed;
  const label = head.labels.get("issuers");
  const labelled = label === undefined ? [] : splitOrganisations(label.value);
  if (label !== undefined && labelled.length > 0) return places(labelled, text, label.start, label.end);
  const noted = fromEvents(events);
  if (noted.length > 0) return noted;
  if (undated !== null && undated.issuer !== null)
    return [{ value: undated.issuer, start: undated.start, end: undated.end }];
  if (signed.length > 0) return signed;
  const reported = fromIssuedSentence(head, title);
  return reported.length > 0 ? reported : fromNumber(text, head);
};

/** 财政部公告2023年第1号: an announcement's number begins with who makes it. */
const fromNumber = (text: string, { documentNumber }: Head): LabelledValue[] => {
  if (documentNumber === null) return [];
  const { start, end } = documentNumber;
  const words = text.slice(start, end);
  const names = splitOrganisations(/^(.{2,60}?)\s*(?:令|公告|通告)/.exec(words)?.[1] ?? "");
  return names.length > 0 ? places(names, text, start, end) : [];
};

/** 《…法》已由中华人民共和国第十四届全国人民代表大会常务委员会第七次会议于…通过 */
const congressIn = (head: Head): LabelledValue[] => {
  for (const line of head.bodyLines.slice(0, 3)) {
    const match = /全国人民代表大会(?:常务委员会)?(?=第[〇一二三四五六七八九十百\d]+次会议)/.exec(
      line.content,
    );
    if (match !== null)
      return [
        { value: match[0], start: line.start + match.index, end: line.start + match.index + match[0].length },
      ];
  }
  return [];
};
