import type { ReactNode } from "react";

type Props = {
  heading: string;
  children: ReactNode;
  /** A Button or LinkButton with variant "inverse", and an inverse link that goes back. */
  actions: ReactNode;
};

/** Stops somebody before they do what is rarely right: breaking the glass, going on without consent. */
export function InterruptionCard({ heading, children, actions }: Props) {
  return (
    <div className="moj-interruption-card">
      <div className="moj-interruption-card__content">
        <h1 className="moj-interruption-card__heading">{heading}</h1>
        <div className="moj-interruption-card__body">{children}</div>
        <div className="govuk-button-group moj-interruption-card__actions">{actions}</div>
      </div>
    </div>
  );
}
