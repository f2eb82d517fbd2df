"use client";

import "./globals.css";

/** When even the page's frame fails. It stands alone: no header, nothing that could fail again. */
export default function GlobalError() {
  return (
    <html lang="en-GB" className="govuk-template">
      <body className="govuk-template__body">
        <title>Sorry, there is a problem with the service – Prevent Casebook</title>
        <div className="govuk-width-container">
          <main className="govuk-main-wrapper">
            <h1 className="govuk-heading-l">Sorry, there is a problem with the service</h1>
            <p className="govuk-body">Try again in a few minutes.</p>
            <p className="govuk-body">
              What you had saved, drafts included, is kept. Anything you typed after the last “Draft
              saved” was not.
            </p>
          </main>
        </div>
      </body>
    </html>
  );
}
