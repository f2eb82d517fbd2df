export const serviceName = "Prevent Casebook";

type Props = {
  /** What the page is. A reference may stand here, a name never: titles are on taskbars and in history. */
  children: string;
  hasErrors?: boolean;
  page?: { current: number; of: number };
};

/** What the browser calls this page. Every page renders one. */
export function PageTitle({ children, hasErrors, page }: Props) {
  const count = page && page.of > 1 ? ` (page ${page.current} of ${page.of})` : "";
  return <title>{`${hasErrors ? "Error: " : ""}${children}${count} – ${serviceName}`}</title>;
}
