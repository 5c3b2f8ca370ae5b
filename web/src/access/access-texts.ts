import type { Scope } from "../../../src/contract/access.ts";
import { useLanguage } from "../language/language-context.tsx";
import type { LoginReason } from "./access-context.tsx";

interface AccessTexts {
  readonly logIn: string;
  readonly loggedIn: (name: string) => string;
  readonly otherToken: string;
  readonly logOut: string;
  readonly reasons: Readonly<Record<LoginReason, string>>;
  readonly token: string;
  readonly remember: string;
  readonly rememberNote: string;
  readonly checking: string;
  readonly invalid: string;
  readonly malformed: string;
  /** The token is valid, and the server lets nobody ask without the scope that it lacks. */
  readonly cannotAsk: string;
  readonly cannotUpload: string;
  readonly cancel: string;
  readonly name: string;
  readonly scopes: string;
  readonly scopeNames: Readonly<Record<Scope, string>>;
  readonly expires: string;
  readonly never: string;
  readonly kept: string;
  readonly keptWhere: (remembered: boolean) => string;
  readonly logOutNote: string;
}

const chinese: AccessTexts = {
  logIn: "登录",
  loggedIn: (name) => `已登录：${name}`,
  otherToken: "换一个令牌",
  logOut: "退出登录",
  reasons: {
    asked: "输入管理员发给您的访问令牌。",
    upload: "上传文件需要有上传（ingest）权限的令牌。",
    required: "这台服务器需要访问令牌。请输入管理员发给您的令牌。",
    refused: "原来的令牌已失效（到期或被撤销）。请输入新的令牌。",
  },
  token: "访问令牌",
  remember: "在这个浏览器里记住",
  rememberNote: "不勾选时，关闭标签页即忘记。公用电脑请不要勾选。",
  checking: "正在核对…",
  invalid: "令牌无效：可能输错、已到期或已被撤销。",
  malformed: "令牌里只会有字母、数字、下划线和连字符，请检查是否复制完整。",
  cannotAsk: "这个令牌有效，但没有提问（ask）权限，不能用来登录。请换一个令牌。",
  cannotUpload: "这个令牌有效，但没有上传（ingest）权限。请换一个令牌。",
  cancel: "取消",
  name: "令牌名称",
  scopes: "权限",
  scopeNames: { ask: "提问（ask）", ingest: "上传文件（ingest）", admin: "全部（admin）" },
  expires: "有效期至",
  never: "长期有效",
  kept: "保存",
  keptWhere: (remembered) => (remembered ? "这个浏览器，退出登录前一直保留" : "这个标签页，关闭即忘记"),
  logOutNote: "退出登录只会忘记令牌；对话记录仍在这个浏览器里。",
};

const english: AccessTexts = {
  logIn: "Log in",
  loggedIn: (name) => `Logged in: ${name}`,
  otherToken: "Use another token",
  logOut: "Log out",
  reasons: {
    asked: "Enter the access token that the administrator gave you.",
    upload: "Uploads need a token with the scope ingest.",
    required: "This server asks for an access token. Enter the one that the administrator gave you.",
    refused: "Your token is no longer valid: it expired or was removed. Enter another one.",
  },
  token: "Access token",
  remember: "Remember in this browser",
  rememberNote: "Otherwise it is forgotten when the tab is closed. Leave this off on a shared computer.",
  checking: "Checking…",
  invalid: "The token is not valid: mistyped, expired or removed.",
  malformed: "A token has letters, digits, underscores and hyphens only. Was all of it copied?",
  cannotAsk: "The token is valid, but without the scope ask. Use another one to log in.",
  cannotUpload: "The token is valid, but without the scope ingest. Use another one to upload.",
  cancel: "Cancel",
  name: "Token",
  scopes: "Allows",
  scopeNames: { ask: "asking (ask)", ingest: "uploads (ingest)", admin: "everything (admin)" },
  expires: "Valid until",
  never: "no end",
  kept: "Kept",
  keptWhere: (remembered) =>
    remembered ? "in this browser, until you log out" : "in this tab, until it is closed",
  logOutNote: "Logging out forgets the token; your conversations stay in this browser.",
};

/** What the page says about tokens. */
export const useAccessTexts = (): AccessTexts => (useLanguage().language === "en" ? english : chinese);
