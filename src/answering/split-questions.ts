import { distributeItems } from "./distribute-items.ts";

const ASKS = /谁|哪|什么|多少|几|吗|怎么|如何|是否|有没有|能不能|多大|多久|何时|为什么/;
const SHORTEST = 4;
/** Each part is searched on its own; a message of more parts is read as one. */
const MOST_PARTS = 5;

/**
 * The questions in one message: split after question marks, and at 、，where every part asks something of its
 * own (谁印发的、适用到哪里、谁来督促). A message with one question is returned whole.
 */
export const splitQuestions = (message: string): string[] => {
  const bySentence = message
    .split(/(?<=[？?])/)
    .map((part) => part.trim())
    .filter((part) => part.replaceAll(/[？?\s]/g, "").length >= SHORTEST);
  // A sentence before the question that asks nothing states what the question is about; it stays with it.
  if (bySentence.length > 1 && bySentence.length <= MOST_PARTS && bySentence.every((part) => ASKS.test(part)))
    return bySentence.flatMap((part) => distributeItems(part)).slice(0, MOST_PARTS);
  const byComma = message.split(/[、，]/).map((part) => part.trim());
  const askEach =
    byComma.length > 1 &&
    byComma.length <= MOST_PARTS &&
    byComma.every((part) => part.length >= SHORTEST && ASKS.test(part));
  return askEach ? byComma : distributeItems(message);
};
