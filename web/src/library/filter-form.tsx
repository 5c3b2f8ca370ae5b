import type { ReactNode } from "react";
import { useId, useMemo } from "react";
import type { DocumentSummary } from "../../../src/contract/documents.ts";
import { useMessages } from "../language/language-context.tsx";
import type { Choice, LibraryFilter } from "./library-filter.ts";
import { choicesOf, NO_FILTER, SORTS, yearOf } from "./library-filter.ts";
import { useLibraryTexts } from "./library-texts.ts";
import { LIBRARY_SEARCH_ID } from "./search-id.ts";

const Select = <Value extends string>(props: {
  readonly label: string;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly nameOf: (value: Value) => string;
  readonly onChange: (value: Value | null) => void;
}): ReactNode => {
  const texts = useLibraryTexts();
  const id = useId();
  const { value } = props;
  // A link may ask for what no document has.
  const absent = value !== null && !props.choices.some((choice) => choice.value === value);
  return (
    <span className="filter">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ""}
        onChange={({ target }) =>
          props.onChange(props.choices.find((choice) => choice.value === target.value)?.value ?? null)
        }
      >
        <option value="">{texts.all}</option>
        {[...props.choices, ...(absent ? [{ value, count: 0 }] : [])].map((choice) => (
          <option key={choice.value} value={choice.value}>
            {texts.choice(props.nameOf(choice.value), choice.count)}
          </option>
        ))}
      </select>
    </span>
  );
};

/** Searches and filters the library. Each choice says how many documents of the whole library it has. */
export const FilterForm = (props: {
  readonly documents: readonly DocumentSummary[];
  readonly filter: LibraryFilter;
  readonly endings: number;
  readonly onChange: (filter: LibraryFilter) => void;
  /** How many there are. */
  readonly children: ReactNode;
}): ReactNode => {
  const texts = useLibraryTexts();
  const messages = useMessages();
  const { documents, filter } = props;
  const sortId = useId();
  const change = (part: Partial<LibraryFilter>): void => props.onChange({ ...filter, ...part });
  const statuses = useMemo(() => choicesOf(documents, ({ status }) => [status]), [documents]);
  const issuers = useMemo(
    () => choicesOf(documents, (each) => each.issuers).toSorted((a, b) => b.count - a.count),
    [documents],
  );
  const years = useMemo(
    // `unknown` comes after every year, and stands at the end.
    () =>
      choicesOf(documents, (each) => [yearOf(each)]).toSorted((a, b) =>
        a.value === "unknown" ? 1 : b.value === "unknown" ? -1 : Number(b.value) - Number(a.value),
      ),
    [documents],
  );
  const isFiltered =
    filter.text.trim() !== "" ||
    filter.status !== null ||
    filter.issuer !== null ||
    filter.year !== null ||
    filter.endsSoon;
  return (
    <form
      className="filters"
      role="search"
      aria-label={texts.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <span className="filter filter-text">
        <label htmlFor={LIBRARY_SEARCH_ID}>{texts.search}</label>
        <input
          id={LIBRARY_SEARCH_ID}
          className="input"
          type="search"
          value={filter.text}
          placeholder={texts.searchPlaceholder}
          onChange={({ target }) => change({ text: target.value })}
        />
      </span>
      <Select
        label={texts.status}
        value={filter.status}
        choices={statuses}
        nameOf={(status) => messages.status[status]}
        onChange={(status) => change({ status })}
      />
      <Select
        label={texts.issuer}
        value={filter.issuer}
        choices={issuers}
        nameOf={(issuer) => issuer}
        onChange={(issuer) => change({ issuer })}
      />
      <Select
        label={texts.year}
        value={filter.year}
        choices={years}
        nameOf={(year) => (year === "unknown" ? texts.unknownYear : texts.yearName(year))}
        onChange={(year) => change({ year })}
      />
      <span className="filter">
        <label htmlFor={sortId}>{texts.sort}</label>
        <select
          id={sortId}
          className="input"
          value={filter.sort}
          onChange={({ target }) =>
            change({ sort: SORTS.find((sort) => sort === target.value) ?? NO_FILTER.sort })
          }
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {texts.sorts[sort]}
            </option>
          ))}
        </select>
      </span>
      <div className="filter-line">
        {props.children}
        {(props.endings > 0 || filter.endsSoon) && (
          <label className="filter-soon">
            <input
              type="checkbox"
              checked={filter.endsSoon}
              onChange={({ target }) => change({ endsSoon: target.checked })}
            />
            {texts.soonOnly(props.endings)}
          </label>
        )}
        {isFiltered && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => {
              change({ ...NO_FILTER, sort: filter.sort });
              // The button goes, and would take the focus with it.
              document.getElementById(LIBRARY_SEARCH_ID)?.focus();
            }}
          >
            {texts.clear}
          </button>
        )}
      </div>
    </form>
  );
};
