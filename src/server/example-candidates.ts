import type { DocumentHead } from "../clause-index/index-types.ts";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";

/** A question that a heading suggests, and the clause that an answer to it should come from. */
export interface ExampleCandidate {
  readonly question: string;
  readonly clause: Clause;
}

const SHORTEST = 6;
const LONGEST = 22;
/** 建设…, 支持…: what is to be done, of which the text below says how. */
const ACTION =
  /^(?:建设|建立|加快|加大|加强|推进|推动|支持|鼓励|完善|健全|构建|促进|培育|打造|提升|提高|优化|实施|发展|深化|强化|扩大|引导|降低|简化|规范|落实)/;
/** 申报条件, 资助标准: a thing that the text below states. */
const STATED = /(?:条件|范围|标准|对象|程序|流程|方式|材料|期限|目标|职责|措施|原则)$/;
/** Marks that make two of a heading, or quote something in it. */
const BROKEN = /[，。；：！？,;:!?“”"（）()《》…\d]/;

const bare = (title: string): string => title.replace(/^《(.*)》$/, "$1");

/** The questions that a document's headings suggest, in the order of its text. */
export const exampleCandidates = (document: PolicyDocument): ExampleCandidate[] => {
  const candidates: ExampleCandidate[] = [];
  const asked = new Set<string>();
  for (const { clause } of walkClauses(document.clauses)) {
    const heading = clause.heading?.trim().replace(/[。．.]$/, "") ?? "";
    const length = heading.length;
    if (clause.kind === "title" || length < 2 || length > LONGEST || BROKEN.test(heading)) continue;
    const question =
      ACTION.test(heading) && length >= SHORTEST
        ? `${heading}有哪些措施？`
        : STATED.test(heading)
          ? `《${bare(document.title)}》的${heading}是什么？`
          : null;
    if (question === null || asked.has(question)) continue;
    asked.add(question);
    candidates.push({ question, clause });
  }
  return candidates;
};

/** What can be asked of every document: its own validity, which is answered from its dates. */
export const validityExample = (head: DocumentHead): string => `《${bare(head.title)}》现在还有效吗？`;
