import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getCaseToContact } from "@/lib/support/queries";
import { ContactForm } from "./contact-form";

export default async function ContactPage({ params }: PageProps<"/cases/[ref]/support/contact">) {
  const { ref } = await params;
  const found = await load((ctx) => getCaseToContact(ctx, ref));
  return (
    <>
      <PageTitle>{`Record contact on ${found.reference}`}</PageTitle>
      <ContactForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
