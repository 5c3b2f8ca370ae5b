/** Words that mean the same in policy documents. */
export const synonymsOf = (_term: string): readonly string[] => [];
export const translateEnglish = (_question: string): string[] => [];
