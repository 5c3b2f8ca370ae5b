import type { ReactNode } from "react";
import type { AccessReply } from "../../../src/contract/access.ts";
import { isTokenRemembered } from "../api/held-token.ts";
import { useLanguage } from "../language/language-context.tsx";
import { Drawer } from "../page/drawer.tsx";
import { useAccess } from "./access-context.tsx";
import { useAccessTexts } from "./access-texts.ts";

/** What the reader's token is and allows, and the way to log out. */
export const AccountDialog = (props: { readonly token: NonNullable<AccessReply["token"]> }): ReactNode => {
  const texts = useAccessTexts();
  const { language } = useLanguage();
  const { closeDialog, logOut } = useAccess();
  const { name, scopes, expiresAt } = props.token;
  const expires =
    expiresAt === null
      ? texts.never
      : new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(expiresAt));
  const facts: readonly (readonly [string, string])[] = [
    [texts.name, name],
    [texts.scopes, scopes.map((scope) => texts.scopeNames[scope]).join(language === "en" ? ", " : "、")],
    [texts.expires, expires],
    [texts.kept, texts.keptWhere(isTokenRemembered())],
  ];
  return (
    <Drawer title={texts.loggedIn(name)} form="dialog" onClose={closeDialog}>
      <dl className="account">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="login-note">{texts.logOutNote}</p>
      <div className="login-buttons">
        <button type="button" className="button button-main" onClick={logOut}>
          {texts.logOut}
        </button>
      </div>
    </Drawer>
  );
};
