/** The day in China, `YYYY-MM-DD`, on which the server judges validity unless it is told another. */
export const todayInChina = (): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" }).format(new Date());
