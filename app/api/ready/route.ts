import { ready } from "@/lib/request/ready";

export const GET = ready;
