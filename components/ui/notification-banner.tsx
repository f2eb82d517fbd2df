import { type ReactNode, useId } from "react";

type Props = {
  type?: "important" | "success";
  /** One line; longer content as children. */
  heading?: string;
  children?: ReactNode;
};

/** About the service as a whole, above everything else. For what just happened, use Alert. */
export function NotificationBanner({ type = "important", heading, children }: Props) {
  const id = useId();
  const base = "govuk-notification-banner";
  const role = type === "success" ? "alert" : "region";
  return (
    <div
      className={type === "success" ? `${base} ${base}--success` : base}
      {...{ role, "aria-labelledby": id }}
    >
      <div className={`${base}__header`}>
        <h2 className={`${base}__title`} id={id}>
          {type === "success" ? "Success" : "Important"}
        </h2>
      </div>
      <div className={`${base}__content`}>
        {heading && <p className={`${base}__heading`}>{heading}</p>}
        {children}
      </div>
    </div>
  );
}
