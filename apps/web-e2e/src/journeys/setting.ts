import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { accessibilityFaults, overflowFaults, unfinishedSentences } from '../browser/judge-page.js';
import { settled } from '../browser/settled.js';
import type { Screen } from '../browser/screen.js';
import type { Report } from '../report.js';
import { Person } from '../stage/person.js';
import type { AccountName, Stage } from '../stage/stage.js';

/** What a journey goes through, at one size of screen. */
export class Setting {
  readonly #people: Person[] = [];
  #pictures = 0;

  constructor(
    readonly stage: Stage,
    readonly screen: Screen,
    readonly report: Report,
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  /** Somebody with a browser of their own, not signed in. */
  async arrive(screen: Screen = this.screen): Promise<Person> {
    const person = await Person.arrive(this.browser, this.stage.address, { screen });
    this.#people.push(person);
    return person;
  }

  /** Somebody of the demonstration, signed in by the form. */
  async comes(name: AccountName, screen: Screen = this.screen): Promise<Person> {
    const person = await this.arrive(screen);
    await person.signIn(this.stage.account(name));
    return person;
  }

  /** The same person, in a browser that runs no script. */
  async withoutScript(person: Person): Promise<Person> {
    const options = { ...this.screen.options, javaScriptEnabled: false };
    const other = await person.again(this.browser, { screen: { ...this.screen, options } });
    this.#people.push(other);
    return other;
  }

  /** Judges what a person has before them: axe, width, errors of the program. Keeps a picture. */
  async look(person: Person, name: string): Promise<void> {
    const { page } = person;
    await settled(page);
    const faults = [
      ...(await accessibilityFaults(page)),
      ...(await overflowFaults(page)),
      ...(await unfinishedSentences(page)),
      ...person.faults.splice(0),
    ];
    await this.picture(person, name);
    this.report.finding(`${name}: axe 0 violations, nothing overflows`, faults);
  }

  /** Everybody goes; what they had before them is kept when the journey broke off. */
  async end(broken: boolean): Promise<void> {
    for (const person of this.#people.splice(0)) {
      if (broken) await this.picture(person, 'broken off').catch(() => undefined);
      await person.leave();
    }
  }

  private async picture(person: Person, name: string): Promise<void> {
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    const file = `${number} ${name}.png`.replace(/[^\w.-]+/g, '-').toLowerCase();
    const folder = join(this.folder, this.screen.name);
    await mkdir(folder, { recursive: true });
    await person.page.screenshot({ path: join(folder, file), fullPage: true });
  }
}
