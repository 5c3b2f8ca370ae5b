/** What a rule of the contract says where it is broken: Zod's message is the English one, the Chinese one beside it. */
export const ownMessage = (
  zh: string,
  en: string,
): { readonly message: string; readonly params: { readonly zh: string } } => ({
  message: en,
  params: { zh },
});
