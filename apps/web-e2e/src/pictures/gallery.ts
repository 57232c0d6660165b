import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseLocale, verifyCertificate } from '@cam-nang/contracts/routes';
import type { Browser, Page } from 'playwright-core';
import { vietnameseLeft } from '../browser/foreign-words.js';
import { accessibilityFaults, overflowFaults, unfinishedSentences } from '../browser/judge-page.js';
import { DESKTOP, type Locale, type Look } from '../browser/screen.js';
import { writtenIn } from '../browser/written-data.js';
import { settled } from '../browser/settled.js';
import type { Report } from '../report.js';
import { Person } from '../stage/person.js';
import type { AccountName, Stage } from '../stage/stage.js';
import { setScene, type Scene } from './scene.js';
import type { Visit } from './visits.js';

/** Whether pages are pictured and judged in full, or only read for words of the other language. */
export type Purpose = 'pictures' | 'words';

/** Goes to pages as their people and keeps what they look like. */
export class Gallery {
  readonly #people = new Map<AccountName, Promise<Person>>();

  constructor(
    private readonly browser: Browser,
    private readonly stage: Stage,
    private readonly report: Report,
    private readonly folder: string,
    private readonly purpose: Purpose = 'pictures',
  ) {}

  /** Brings about what the pages are to show. */
  async prepare(): Promise<Scene> {
    return setScene({
      trainer: await this.person('giangvien'),
      officer: await this.person('chuyenvien'),
      director: await this.person('giamdoc'),
      trainee: await this.person('hocvien'),
      certified: await this.person('hocvien2'),
    });
  }

  /** Goes to every page in one look. */
  async takeAll(visits: readonly Visit[], look: Required<Look>): Promise<void> {
    const title = `${look.screen.name}-${look.locale}-${look.theme}`;
    const folder = join(this.folder, title);
    await mkdir(folder, { recursive: true });
    for (const who of new Set(visits.map((visit) => visit.who))) {
      const guest = await this.inLook(who, look);
      try {
        for (const visit of visits.filter((one) => one.who === who)) {
          await this.take(guest, visit, { locale: look.locale, folder, title });
        }
      } finally {
        await guest.leave();
      }
    }
  }

  async close(): Promise<void> {
    for (const person of this.#people.values()) await (await person).leave();
  }

  private async take(
    person: Person,
    { name, path }: Visit,
    look: { readonly locale: Locale; readonly folder: string; readonly title: string },
  ): Promise<void> {
    const { page } = person;
    const { locale, folder } = look;
    const what = `${look.title}: ${name}`;
    try {
      await this.goTo(person, path, locale);
      await settled(page);
      const faults = [
        ...(this.purpose === 'pictures' ? await this.picture(page, join(folder, name)) : []),
        ...(locale === 'en' ? await vietnameseLeft(page, person.written) : []),
        ...person.faults.splice(0),
      ];
      this.report.finding(what, faults);
    } catch (error) {
      this.report.fail(what, error);
    }
  }

  /** Pages that the server alone makes are asked for in a language; the others know their person's. */
  private async goTo(person: Person, path: string, locale: Locale): Promise<void> {
    if (!path.startsWith('/x')) return person.open(path);
    await person.open(`${path}?lang=${locale}`);
    const code = path.slice('/x/'.length);
    // Such a page has asked for nothing: what people wrote on it is read from the api beside it.
    if (code !== '')
      writtenIn(await person.call(verifyCertificate, { params: { code } }), person.written);
  }

  private async picture(page: Page, path: string): Promise<string[]> {
    await page.screenshot({ path: `${path}.png`, fullPage: true });
    return [
      ...(await accessibilityFaults(page)),
      ...(await overflowFaults(page)),
      ...(await unfinishedSentences(page)),
    ];
  }

  /** A window in a look, signed in as somebody who has chosen the language of the look. */
  private async inLook(who: Visit['who'], look: Required<Look>): Promise<Person> {
    if (who === 'nobody') return Person.arrive(this.browser, this.stage.address, look);
    const person = await this.person(who);
    await person.call(chooseLocale, { body: { locale: look.locale } });
    return person.again(this.browser, look);
  }

  /** Everybody signs in once, however many windows they then have. */
  private person(name: AccountName): Promise<Person> {
    const known = this.#people.get(name) ?? this.signIn(name);
    this.#people.set(name, known);
    return known;
  }

  private async signIn(name: AccountName): Promise<Person> {
    const person = await Person.arrive(this.browser, this.stage.address, { screen: DESKTOP });
    await person.signIn(this.stage.account(name));
    return person;
  }
}
