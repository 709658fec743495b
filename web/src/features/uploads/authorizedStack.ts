import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import type { TokenSource } from '$platform/http';

const UNAUTHENTICATED = 401;

/** Requests of uploads with the access token of the session, which is renewed once when it is refused. */
export class AuthorizedStack implements HttpStack {
  readonly #tokens: TokenSource;
  readonly #under: HttpStack;

  constructor(tokens: TokenSource, under: HttpStack) {
    this.#tokens = tokens;
    this.#under = under;
  }

  createRequest(method: string, url: string): HttpRequest {
    return new AuthorizedRequest(method, url, this.#tokens, this.#under);
  }

  getName(): string {
    return 'AuthorizedStack';
  }
}

class AuthorizedRequest implements HttpRequest {
  readonly #method: string;
  readonly #url: string;
  readonly #tokens: TokenSource;
  readonly #stack: HttpStack;
  readonly #headers = new Map<string, string>();
  #progress: ((bytesSent: number) => void) | null = null;
  #attempt: HttpRequest | null = null;
  #aborted = false;

  constructor(method: string, url: string, tokens: TokenSource, stack: HttpStack) {
    this.#method = method;
    this.#url = url;
    this.#tokens = tokens;
    this.#stack = stack;
  }

  getMethod(): string {
    return this.#method;
  }

  getURL(): string {
    return this.#url;
  }

  setHeader(header: string, value: string): void {
    this.#headers.set(header, value);
  }

  getHeader(header: string): string | undefined {
    return this.#headers.get(header);
  }

  setProgressHandler(handler: (bytesSent: number) => void): void {
    this.#progress = handler;
  }

  async send(body: unknown): Promise<HttpResponse> {
    const token = this.#tokens.current() ?? (await this.#tokens.renew(null));
    const response = await this.#try(body, token);
    if (response.getStatus() !== UNAUTHENTICATED || token === null) return response;
    const renewed = await this.#tokens.renew(token);
    return renewed === null ? response : this.#try(body, renewed);
  }

  async abort(): Promise<void> {
    this.#aborted = true;
    await this.#attempt?.abort();
  }

  getUnderlyingObject(): unknown {
    return this.#attempt?.getUnderlyingObject();
  }

  #try(body: unknown, token: string | null): Promise<HttpResponse> {
    if (this.#aborted) return Promise.reject(new Error('The upload was stopped'));
    const request = this.#stack.createRequest(this.#method, this.#url);
    for (const [name, value] of this.#headers) request.setHeader(name, value);
    if (token !== null) request.setHeader('Authorization', `Bearer ${token}`);
    if (this.#progress !== null) request.setProgressHandler(this.#progress);
    this.#attempt = request;
    return request.send(body);
  }
}
