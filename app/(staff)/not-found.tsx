import { PageNotFound } from "@/components/layout/page-not-found";

/** Something that is not there for whoever asks: the frame around it is there already. */
export default PageNotFound;
