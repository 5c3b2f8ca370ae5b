import type { ChangeEvent, FormEvent, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { asError } from "../api/api-failure.ts";
import { postForText } from "../api/post-json.ts";
import { FailureNote } from "../page/failure-note.tsx";
import { Icon } from "../page/icon.tsx";
import { saveFile, textFile } from "../page/save-file.ts";
import { decodeTable } from "./decode-table.ts";
import { useMatchTexts } from "./match-texts.ts";
import { readCsv } from "./read-csv.ts";

const TEMPLATE =
  "\uFEFF名称,简介,地区,成立日期,行业,人数,营收,研发费用,资产,专利,资质,需求\r\n" +
  "示例科技,做人工智能的初创企业,北京市海淀区,2024-03,人工智能,30,8000000,3000000,,5,科技型中小企业,资金、人才\r\n";

/** A table of clients in, a table of measures out. Nothing of it is kept. */
export const ClientList = (): ReactNode => {
  const texts = useMatchTexts();
  const [csv, setCsv] = useState("");
  const [fileName, setFileName] = useState("");
  const [unreadable, setUnreadable] = useState(false);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const read = (bytes: ArrayBuffer): void => {
    const text = decodeTable(bytes);
    setUnreadable(text === null);
    if (text !== null) setCsv(text.replace(/^\uFEFF/, ""));
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    setFileName(file.name);
    file.arrayBuffer().then(read, () => setUnreadable(true));
  };
  const run = (): void => {
    if (csv.trim() === "") return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setError(null);
    setResult(null);
    // What comes after another run has begun, or the view has gone, is of no interest.
    const settle = (change: () => void): void => {
      if (controller.signal.aborted) return;
      setBusy(false);
      change();
    };
    postForText("/api/match/batch", { csv }, controller.signal).then(
      (text) => settle(() => setResult(text)),
      (reason: unknown) => settle(() => setError(asError(reason))),
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run();
  };
  const [columns, ...lines] = result === null ? [] : readCsv(result);
  return (
    <div className="clients">
      <form className="profile" onSubmit={submit}>
        <p className="clients-intro">{texts.table.intro}</p>
        <div className="clients-sources">
          <label className="clients-file">
            <input
              className="visually-hidden"
              type="file"
              accept=".csv,text/csv,text/plain"
              aria-label={texts.table.file}
              onChange={choose}
            />
            <span className="button" aria-hidden="true">
              <Icon name="upload" />
              {texts.table.file}
            </span>
            <span className="clients-file-name">{fileName === "" ? texts.table.noFile : fileName}</span>
          </label>
          <button
            type="button"
            className="button"
            onClick={() => saveFile("zhengwen-clients.csv", textFile("text/csv", TEMPLATE))}
          >
            <Icon name="download" />
            {texts.table.template}
          </button>
        </div>
        {unreadable && (
          <p className="field-wrong" role="alert">
            {texts.table.unreadable}
          </p>
        )}
        <label className="field-label" htmlFor="clients-table">
          {texts.table.paste}
        </label>
        <textarea
          id="clients-table"
          className="input clients-text"
          rows={6}
          wrap="off"
          value={csv}
          placeholder={texts.table.placeholder}
          onChange={(event) => setCsv(event.target.value)}
        />
        <div className="profile-actions">
          <button type="submit" className="button button-main" disabled={busy || csv.trim() === ""}>
            {busy ? texts.judging : texts.table.run}
          </button>
        </div>
        <p className="profile-privacy">{texts.privacy}</p>
      </form>
      {error !== null && <FailureNote error={error} onRetry={run} />}
      {result !== null && columns !== undefined && (
        <div className="clients-result">
          <div className="clients-result-head">
            <h3 id="clients-result-title">
              <span role="status">{texts.table.result(lines.length)}</span>
            </h3>
            <button
              type="button"
              className="button"
              onClick={() => saveFile("zhengwen-match.csv", textFile("text/csv", result))}
            >
              {texts.table.download}
            </button>
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
          <div className="clients-scroll" role="region" aria-labelledby="clients-result-title" tabIndex={0}>
            <table lang="zh-CN">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line, row) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the lines never change places
                  <tr key={row}>
                    {columns.map((column, place) => (
                      <td key={column} className={`column-${place}`}>
                        {line[place] ?? ""}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </div>
  );
};
