import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { FailureNote } from "../page/failure-note.tsx";
import { Icon } from "../page/icon.tsx";
import { IngestResult } from "./ingest-result.tsx";
import type { LibraryTexts } from "./library-texts.ts";
import { useLibraryTexts } from "./library-texts.ts";
import type { Upload, UploadState } from "./upload-queue.ts";
import { uploadQueue } from "./upload-queue.ts";

/** Seconds since an instant, counted on. */
const useSecondsSince = (since: number | null): number => {
  const [now, setNow] = useState(since ?? 0);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return since === null ? 0 : Math.max(0, Math.round((now - since) / 1000));
};

const Stopped = (props: {
  readonly upload: Upload;
  readonly why: Extract<UploadState, { step: "stopped" }>["why"];
}): ReactNode => {
  const texts = useLibraryTexts().upload;
  const said = {
    too_large: texts.tooLarge(Math.ceil(props.upload.file.size / 1_000_000)),
    empty: texts.empty,
    cancelled: texts.cancelled,
  };
  return (
    <p className="upload-stopped" role="alert">
      {said[props.why]}{" "}
      {props.why === "cancelled" && (
        <button type="button" className="button" onClick={() => uploadQueue.retry(props.upload.id)}>
          {texts.retry}
        </button>
      )}
    </p>
  );
};

const progressText = (state: UploadState, seconds: number, texts: LibraryTexts["upload"]): string => {
  if (state.step === "sending") return texts.sending(Math.floor(state.part * 100));
  return state.step === "reading" ? texts.reading(seconds) : texts.waiting;
};

/** A file on its way, or what became of it. */
export const UploadItem = (props: {
  readonly upload: Upload;
  readonly onOpen: (documentId: string) => void;
}): ReactNode => {
  const texts = useLibraryTexts().upload;
  const { upload } = props;
  const { state } = upload;
  const { id, file } = upload;
  const seconds = useSecondsSince(state.step === "reading" ? state.since : null);
  const underWay = state.step === "waiting" || state.step === "sending" || state.step === "reading";
  return (
    <li className="upload-item">
      <div className="upload-head">
        <span className="upload-name">{file.name}</span>
        {underWay ? (
          <button
            type="button"
            className="button"
            aria-label={texts.cancel(file.name)}
            onClick={() => uploadQueue.cancel(id)}
          >
            {texts.cancelShort}
          </button>
        ) : (
          <button
            type="button"
            className="icon-button"
            aria-label={texts.remove(file.name)}
            title={texts.remove(file.name)}
            onClick={() => uploadQueue.remove(id)}
          >
            <Icon name="remove" />
          </button>
        )}
      </div>
      {underWay && (
        <>
          <progress
            aria-label={texts.progress(file.name)}
            max={1}
            // Without a value it shows that something goes on, and not how far it is.
            {...(state.step === "reading" ? {} : { value: state.step === "sending" ? state.part : 0 })}
          />
          <p className="library-note">{progressText(state, seconds, texts)}</p>
        </>
      )}
      {state.step === "stopped" && <Stopped upload={upload} why={state.why} />}
      {state.step === "failed" && (
        <>
          <FailureNote error={state.error} onRetry={() => uploadQueue.retry(id)} />
          <p className="library-note">{texts.kept}</p>
        </>
      )}
      {state.step === "done" && <IngestResult reply={state.reply} onOpen={props.onOpen} />}
    </li>
  );
};
