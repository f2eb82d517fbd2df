import { Link } from "@/components/ui/link";

const links = [
  { href: "/help", text: "Help" },
  { href: "/privacy", text: "Privacy" },
  { href: "/accessibility", text: "Accessibility" },
];

/** Help in the same place on every page, and who is signed in as what. */
export function Footer({ signedInAs }: { signedInAs?: string }) {
  return (
    <footer className="govuk-footer">
      <div className="govuk-width-container">
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            <h2 className="govuk-visually-hidden">Support links</h2>
            <ul className="govuk-footer__inline-list">
              {links.map(({ href, text }) => (
                <li key={href} className="govuk-footer__inline-list-item">
                  <Link className="govuk-footer__link" href={href}>
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
            {signedInAs && (
              <div className="govuk-footer__meta-custom">Signed in as {signedInAs}</div>
            )}
          </div>
        </div>
      </div>
    </footer>
  );
}
