import type { Command } from "./command.ts";

/** The help of the command line, or of one command, in Chinese with English beside it. */
export const helpText = (commands: readonly Command[]): string => {
  const lines = commands.flatMap(({ name, usage, summary }) => [
    `  ${name} ${usage}`.trimEnd(),
    `      ${summary.zh}  ${summary.en}`,
  ]);
  return [
    "政问：带条款引证的政策问答  Zhengwen: policy answers with verified clause citations",
    "",
    "用法 Usage: npm run zhengwen -- <命令 command> [选项 options]",
    "",
    "命令 Commands:",
    ...lines,
    "",
    "选项 Options:",
    "  --json      以 JSON 输出，与服务接口相同  print the same objects as the server",
    "  -h, --help  显示帮助  show this help",
    "",
    "设置 Settings: 环境变量或 .env，见 .env.example  environment or .env, see .env.example",
    "退出码 Exit status: 0 成功 ok, 1 失败 failure, 2 用法有误 usage, 3 另一个导入正在进行 another ingest is running",
  ].join("\n");
};
