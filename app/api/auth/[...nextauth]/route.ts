import { leaveForProvider, returnFromProvider } from "@/lib/request/organisation";

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: Request, { params }: Context) {
  return returnFromProvider(request, (await params).nextauth);
}

export async function POST(request: Request, { params }: Context) {
  return leaveForProvider(request, (await params).nextauth);
}
