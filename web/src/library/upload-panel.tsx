import type { ChangeEvent, DragEvent, ReactNode } from "react";
import { useRef, useState, useSyncExternalStore } from "react";
import { mayDo, useAccess } from "../access/access-context.tsx";
import { Icon } from "../page/icon.tsx";
import { LibraryCard } from "./library-card.tsx";
import { useLibraryTexts } from "./library-texts.ts";
import { UploadItem } from "./upload-item.tsx";
import { uploadQueue } from "./upload-queue.ts";

const ACCEPTED = ".txt,.md,.html,.htm,.docx,.xlsx,.csv,.pdf";

const choose = (event: ChangeEvent<HTMLInputElement>): void => {
  uploadQueue.add([...(event.target.files ?? [])]);
  // So that the same file, mended, can be chosen again.
  event.target.value = "";
};

/** Uploads, where the server takes them; to a reader whose token does not allow them, the way to another token. */
export const UploadPanel = (props: { readonly onOpen: (documentId: string) => void }): ReactNode => {
  const texts = useLibraryTexts().upload;
  const { reply, openDialog } = useAccess();
  const uploads = useSyncExternalStore(uploadQueue.subscribe, uploadQueue.uploads);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const allowed = mayDo(reply, "ingest");
  if (reply?.uploads !== true && uploads.length === 0) return null;

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    uploadQueue.add([...event.dataTransfer.files]);
  };
  return (
    <LibraryCard title={texts.title}>
      {allowed ? (
        <div
          className={over ? "upload-target upload-over" : "upload-target"}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <button type="button" className="button button-main" onClick={() => input.current?.click()}>
            <Icon name="upload" />
            {texts.choose}
          </button>
          <span className="upload-drop">{texts.drop}</span>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept={ACCEPTED}
            aria-label={texts.choose}
            onChange={choose}
          />
          <p className="library-note">{texts.intro}</p>
        </div>
      ) : (
        <p className="upload-locked">
          {texts.needsToken}{" "}
          <button type="button" className="button" onClick={() => openDialog("upload")}>
            {texts.logIn}
          </button>
        </p>
      )}
      <div role="status">
        <ul className="upload-list">
          {uploads.map((upload) => (
            <UploadItem key={upload.id} upload={upload} onOpen={props.onOpen} />
          ))}
        </ul>
      </div>
    </LibraryCard>
  );
};
