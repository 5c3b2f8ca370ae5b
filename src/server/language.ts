export type Language = "zh" | "en";

/** English where `Accept-Language` weighs it above Chinese; Chinese otherwise, and without the header. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language => {
  const weights = { zh: 0, en: 0 };
  for (const entry of (acceptLanguage ?? "").split(",")) {
    const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((each) => each.startsWith("q="))?.slice(2) ?? "1");
    const language = tag.split("-")[0];
    if ((language === "zh" || language === "en") && Number.isFinite(quality)) {
      weights[language] = Math.max(weights[language], quality);
    }
  }
  return weights.en > weights.zh ? "en" : "zh";
};
