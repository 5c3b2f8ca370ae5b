import { invented } from "./mutations/additions.ts";
import { antonyms } from "./mutations/antonyms.ts";
import { denialAdded, denialDropped } from "./mutations/denials.ts";
import { modalDropped, modalSteps } from "./mutations/modality.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { each } from "./mutations/mutation.ts";
import { documentNumbers, names } from "./mutations/names.ts";
import { datesExchanged, digits, otherNumbers, yearsElsewhere } from "./mutations/numbers.ts";
import { conditionDropped, scopes } from "./mutations/scopes.ts";
import { otherNoun, otherSubject } from "./mutations/subjects.ts";
import { garbled, swappedNouns } from "./mutations/word-order.ts";

/** All kinds of mistakes, in a fixed order: the same seed makes the same statements. */
export const MUTATIONS: readonly Mutation[] = [
  {
    kind: "万/亿",
    apply: (text) => [
      ...each(text, /(?<=\d|多|余)万(?!众|企)/g, () => "亿"),
      ...each(text, /(?<=\d|多|余)亿/g, () => "万"),
    ],
  },
  {
    kind: "%/倍",
    apply: (text) => [...each(text, /(?<=\d)[%％]/g, () => "倍"), ...each(text, /(?<=\d)倍/g, () => "%")],
  },
  { kind: "digit", apply: digits },
  { kind: "number of the same sentence", apply: otherNumbers },
  { kind: "year from elsewhere", apply: yearsElsewhere },
  { kind: "dates exchanged", apply: datesExchanged },
  { kind: "negation dropped", apply: denialDropped },
  { kind: "negation added", apply: denialAdded },
  { kind: "modality exchanged", apply: modalSteps },
  { kind: "modality dropped", apply: modalDropped },
  { kind: "quantifier", apply: scopes },
  { kind: "condition dropped", apply: conditionDropped },
  { kind: "subject and object", apply: swappedNouns },
  { kind: "other subject", apply: otherSubject },
  { kind: "other noun", apply: otherNoun },
  { kind: "antonym", apply: antonyms },
  { kind: "invented name", apply: names },
  { kind: "invented document number", apply: documentNumbers },
  { kind: "invented addition", apply: invented },
  { kind: "garbled", apply: garbled },
];
