import path from "node:path";
import { PolicyError } from "../policy/policy-error.ts";

/** The data folder, where there is one. @throws PolicyError `data_in_bucket` */
export const dataFolder = (dataDir: string): string => {
  if (path.isAbsolute(dataDir)) return dataDir;
  throw new PolicyError({
    code: "data_in_bucket",
    status: 400,
    message: {
      zh: "数据在存储桶中：请使用存储服务自己的备份和版本功能。",
      en: "The data is in a bucket: use the versions and copies of the storage service.",
    },
  });
};
