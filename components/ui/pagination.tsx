import { Link } from "./link";

type Props = {
  page: number;
  pages: number;
  /** The address of a page of this list: see addressWith. */
  href: (page: number) => string;
};

const back =
  "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";
const on =
  "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z";

/** Nothing at all when there is one page. */
export function Pagination({ page, pages, href }: Props) {
  if (pages <= 1) return null;
  return (
    <nav className="govuk-pagination" aria-label="Pagination">
      {page > 1 && (
        <div className="govuk-pagination__prev">
          <Link className="govuk-link govuk-pagination__link" href={href(page - 1)} rel="prev">
            <Arrow side="prev" path={back} />
            <span className="govuk-pagination__link-title">
              Previous<span className="govuk-visually-hidden"> page</span>
            </span>
          </Link>
        </div>
      )}
      <ul className="govuk-pagination__list">
        {around(page, pages).map((number, index, all) => (
          <Item
            key={number}
            isAfterGap={number - (all[index - 1] ?? number - 1) > 1}
            isCurrent={number === page}
            number={number}
            href={href(number)}
          />
        ))}
      </ul>
      {page < pages && (
        <div className="govuk-pagination__next">
          <Link className="govuk-link govuk-pagination__link" href={href(page + 1)} rel="next">
            <span className="govuk-pagination__link-title">
              Next<span className="govuk-visually-hidden"> page</span>
            </span>
            <Arrow side="next" path={on} />
          </Link>
        </div>
      )}
    </nav>
  );
}

/** The first, the last, and those near the one being read. */
function around(page: number, pages: number) {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages];
  return [...new Set(near)].filter((number) => number >= 1 && number <= pages);
}

type ItemProps = { number: number; href: string; isCurrent: boolean; isAfterGap: boolean };

function Item({ number, href, isCurrent, isAfterGap }: ItemProps) {
  const base = "govuk-pagination__item";
  return (
    <>
      {isAfterGap && <li className={`${base} ${base}--ellipsis`}>⋯</li>}
      <li className={isCurrent ? `${base} ${base}--current` : base}>
        <Link
          className="govuk-link govuk-pagination__link"
          href={href}
          aria-label={`Page ${number}`}
          aria-current={isCurrent ? "page" : undefined}
        >
          {number}
        </Link>
      </li>
    </>
  );
}

function Arrow({ side, path }: { side: "prev" | "next"; path: string }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${side}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={path} />
    </svg>
  );
}
