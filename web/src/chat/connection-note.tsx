import type { ReactNode } from "react";
import type { Connection } from "../api/use-connection.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";

/** Whether the server can be reached, above the input. `held`: a question waits there for it. */
export const ConnectionNote = (props: {
  readonly connection: Connection;
  readonly held: boolean;
}): ReactNode => {
  const texts = useMessages().connection;
  const { connection, held } = props;
  const lost = held ? texts.notSent : texts.lost;
  const back = held ? texts.backHeld : texts.back;
  return (
    <div role="status" className="connection">
      {connection !== "there" && (
        <p className={`connection-${connection}`}>
          <Icon name={connection === "lost" ? "warning" : "link"} />
          {connection === "lost" ? lost : back}
        </p>
      )}
    </div>
  );
};
