import { Controller } from '@nestjs/common';
import type { InputOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import {
  answer,
  ClientAddress,
  Endpoint,
  Input,
  Public,
  seeOther,
  type Answer,
} from '@cam-nang/platform';
import { Verification } from '../queries/verification.query.js';
import { verificationAsset, verificationForm, verificationResult } from './pages/page-endpoints.js';
import { pageLanguage } from './pages/page-language.js';
import { VerificationStylesheet } from './pages/stylesheet.js';
import {
  typingPage,
  verificationPage,
  waitPage,
  type PageStyle,
} from './pages/verification-page.js';
import { VerificationLimits } from './verification-limits.js';

const LONGEST_TYPED = 40;
/** The code in an address that was copied off a certificate or its QR code. */
const IN_ADDRESS = /\/x\/([^/?#\s]+)/;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The pages that anyone reaches from the QR code of a certificate: plain HTML, no script. */
@Controller()
export class VerificationPageController {
  constructor(
    private readonly limits: VerificationLimits,
    private readonly verification: Verification,
    private readonly stylesheet: VerificationStylesheet,
  ) {}

  /** A typed code goes on to the address that the QR code has. */
  @Endpoint(verificationForm)
  @Public()
  form(@Input() { query }: InputOf<typeof verificationForm>): Answer<string> {
    const typed = query.code === undefined ? undefined : codeIn(query.code);
    const style = this.style(query.lang);
    if (typed === undefined || typed === '') {
      return shown(typingPage(style, typed !== undefined), 200);
    }
    return seeOther(`/x/${encodeURIComponent(typed)}?lang=${style.language}`);
  }

  @Endpoint(verificationResult)
  @Public()
  async result(
    @Input() { params, query }: InputOf<typeof verificationResult>,
    @ClientAddress() address: string,
  ): Promise<Answer<string>> {
    const style = this.style(query.lang);
    const typed = params.code.slice(0, LONGEST_TYPED);
    try {
      await this.limits.hit(address, typed);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'request.too_many') throw error;
      return shown(waitPage(style), 429, error.details['retryAfterSeconds']);
    }
    const view = await this.verification.run(typed);
    const status = view.certificate === null ? 404 : 200;
    return shown(verificationPage(view, typed, style), status);
  }

  @Endpoint(verificationAsset)
  @Public()
  asset(@Input() { params }: InputOf<typeof verificationAsset>): Answer<string> {
    if (params.file !== this.stylesheet.name) throw new DomainError('resource.not_found');
    return answer(this.stylesheet.text, { cacheControl: FOR_EVER });
  }

  private style(lang: string | undefined): PageStyle {
    return { language: pageLanguage(lang), stylesheet: this.stylesheet.path };
  }
}

/** What was typed for a code; stops alone are nothing, and would lead elsewhere as part of an address. */
function codeIn(text: string): string {
  const typed = IN_ADDRESS.exec(text)?.[1] ?? text.trim();
  return /^\.*$/.test(typed) ? '' : [...typed].slice(0, LONGEST_TYPED).join('');
}

function shown(page: string, status: number, retryAfter?: unknown): Answer<string> {
  return answer(page, {
    status,
    headers: {
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}),
    },
    cacheControl: 'no-store',
  });
}
