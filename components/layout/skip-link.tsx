/** The first thing on a page. `Main` is what it skips to. */
export function SkipLink() {
  return (
    <a href="#main-content" className="govuk-skip-link">
      Skip to main content
    </a>
  );
}
