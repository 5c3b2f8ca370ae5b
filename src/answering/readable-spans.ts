import { splitSentences } from "../policy/sentences.ts";
import type { SentenceSpan } from "../policy/sentences.ts";

/** A sentence as a reader needs it, by UTF-16 offsets into the document's canonical text. */
export interface ReadableSpan extends SentenceSpan {
  /** The note in brackets that closes the clause and says who does it (（教育部牵头，…负责）); null where none. */
  readonly closingNote: SentenceSpan | null;
}

/** （科技部、财政部负责） / (负责部门：…，适用范围：…): a division of work, set apart from the sentences it is for. */
const CLOSING_NOTE = /^[（(][^（()）]{0,400}(?:负责|牵头|参与|配合|分工|适用范围)[^（()）]{0,200}[）)]。?$/;
/** A sentence that points at the one before it says nothing without it. */
const POINTS_BACK =
  /^(?:该|此|上述|前述|以上|这一?)(?:项|些|类|部分|政策|工作|制度|措施|任务|资金|费用|事项|规定|情形|条件|内容|企业|人员|款项|计划|平台|目录)|^其中[，,]?/;
/** UTF-16 units; longer, the sentence stands alone. */
const LONGEST_TOGETHER = 260;

/**
 * The sentences of `text.slice(start, end)` as readable wholes: one that points back (该项工作…) begins with the
 * sentence before it, and the note in brackets at a clause's end stays with the last sentence and is named to
 * the others. Every span is a slice of the text.
 */
export const readableSpans = (text: string, start: number, end: number): ReadableSpan[] => {
  const sentences = splitSentences(text, start, end);
  const last = sentences.at(-1);
  const closes =
    sentences.length > 1 && last !== undefined && CLOSING_NOTE.test(text.slice(last.start, last.end));
  const closingNote = closes ? last : null;
  const told = closingNote === null ? sentences : sentences.slice(0, -1);
  return told.map((sentence, index) => {
    const isLast = closingNote !== null && index === told.length - 1;
    const to = isLast ? closingNote.end : sentence.end;
    const before = told[index - 1];
    const pointsBack = before !== undefined && POINTS_BACK.test(text.slice(sentence.start, sentence.end));
    const from = pointsBack && to - before.start <= LONGEST_TOGETHER ? before.start : sentence.start;
    return { start: from, end: to, closingNote: isLast ? null : closingNote };
  });
};
