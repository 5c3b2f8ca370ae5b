import type { Hono } from "hono";
import type { IngestReply } from "../../contract/ingest.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { requestSignal, throwIfStopped } from "../request-signal.ts";
import { uploadName } from "../uploads/upload-name.ts";

const refused = (status: number, code: string, zh: string, en: string): PolicyError =>
  new PolicyError({ code, status, message: { zh, en } });

const oneFile = (form: FormData): File => {
  const [file, ...others] = form.getAll("file");
  if (file instanceof File && others.length === 0) return file;
  throw refused(
    400,
    "one_file_expected",
    "请在 file 字段中上传一个文件。",
    "Send one file in the field “file”.",
  );
};

/** POST /api/documents: one file into the index; the reply is the ingest report. Needs the scope `ingest`. */
export const uploadRoute = (app: Hono<AppEnv>, settings: AppSettings): void => {
  app.post("/api/documents", async (c) => {
    if (!/^multipart\/form-data\s*;/i.test(c.req.header("content-type") ?? "")) {
      throw refused(
        415,
        "unsupported_media_type",
        "请求体应为 multipart/form-data。",
        "The body must be multipart/form-data.",
      );
    }
    if (settings.uploads === null) {
      throw refused(
        501,
        "uploads_unavailable",
        "索引在存储桶中，不能上传；请在命令行导入。",
        "The index is in a bucket, and takes no uploads; ingest on the command line.",
      );
    }
    let form: FormData;
    try {
      form = await c.req.formData();
    } catch (error) {
      if (error instanceof PolicyError) throw error;
      throw refused(
        400,
        "invalid_multipart",
        "请求体不是完整的 multipart/form-data。",
        "The body is no whole form.",
      );
    }
    const file = oneFile(form);
    const name = uploadName(file.name);
    const signal = requestSignal(c, settings);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return c.json((await settings.uploads.add(name, bytes, signal)) satisfies IngestReply);
    } catch (error) {
      throwIfStopped(signal);
      throw error;
    }
  });
};
