import type { Hono } from "hono";
import type { ReportReply } from "../../contract/report.ts";
import { ReportSchema } from "../../contract/report.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { readJson } from "../read-json.ts";
import { keepReport } from "../report-store.ts";

/** POST /api/reports: a wrong or outdated citation, kept for whoever looks after the cases. */
export const reportsRoute = (app: Hono<AppEnv>, settings: AppSettings): void => {
  app.post("/api/reports", async (c) => {
    const report = await readJson(c, ReportSchema);
    if (settings.reportFolder === null) {
      throw new PolicyError({
        code: "reports_unavailable",
        status: 501,
        message: {
          zh: "索引在存储桶中，不能保存反馈。",
          en: "The index is in a bucket, and reports cannot be kept.",
        },
      });
    }
    const reportId = await keepReport(settings.reportFolder, report);
    return c.json({ reportId } satisfies ReportReply, 201);
  });
};
