import type { Language, Text } from '../../custody/text.js';
import { element } from './element.js';
import type { PageActs, PageState } from './page-state.js';
import { words } from './words.js';

interface Step {
  readonly as: 'zip' | 'policy' | 'beside';
  readonly title: Text;
  readonly help: Text;
  readonly choose: Text;
  readonly accept: string;
}

const steps: readonly Step[] = [
  {
    as: 'zip',
    title: words.dossier,
    help: words.dossierHelp,
    choose: words.chooseDossier,
    accept: '.zip,application/zip',
  },
  {
    as: 'policy',
    title: words.policy,
    help: words.policyHelp,
    choose: words.choosePolicy,
    accept: '.txt,text/plain',
  },
  { as: 'beside', title: words.known, help: words.knownHelp, choose: words.chooseKnown, accept: '' },
];

/** What is to be handed over, step by step. */
export function formView(state: PageState, acts: PageActs): HTMLElement {
  const { language, zip, running } = state;
  const problems = [
    ...state.unusable.map(name => `${name} ${words.unusable[language]}`),
    ...state.tooLong.map(name => `${name} ${words.tooLong[language]}`),
    ...state.unread.map(name => `${name} ${words.unread[language]}`),
  ];
  return element(
    'section',
    { class: 'card', 'aria-labelledby': 'title' },
    element('h1', { id: 'title' }, words.title[language]),
    element('p', { class: 'lead' }, words.intro[language]),
    element(
      'p',
      { class: 'apart', role: 'note' },
      element('strong', {}, words.apartTitle[language]),
      ` ${words.apart[language]}`,
    ),
    element('ol', { class: 'steps' }, ...steps.map(step => stepView(step, state, acts))),
    element('p', { class: 'small' }, words.drop[language]),
    problems.length === 0
      ? null
      : element('ul', { class: 'warnings', role: 'alert' }, ...problems.map(text => element('li', {}, text))),
    element(
      'p',
      { class: 'go' },
      element(
        'button',
        {
          type: 'button',
          id: 'verify',
          class: 'main',
          'aria-disabled': String(running || zip === null),
          'aria-describedby': 'needs',
          click: () => acts.verify(),
        },
        running ? words.working[language] : words.verify[language],
      ),
      element('span', { id: 'needs', class: 'small' }, zip === null ? words.needsDossier[language] : ''),
    ),
    element(
      'p',
      { id: 'progress', hidden: !running },
      element('label', { for: 'bar', id: 'step' }, words.readingFiles[language]),
      element('progress', { id: 'bar', max: '1', value: '0' }),
    ),
  );
}

function stepView({ as, title, help, choose, accept }: Step, state: PageState, acts: PageActs): HTMLElement {
  const { language } = state;
  const names = namesOf(as, state);
  const input = element('input', {
    type: 'file',
    id: `choose-${as}`,
    class: 'hidden',
    accept,
    multiple: as === 'beside',
    'aria-describedby': `help-${as} names-${as}`,
    change: () => acts.give([...(input.files ?? [])], as),
  });
  return element(
    'li',
    { class: names.length > 0 ? 'given' : '' },
    element('h2', {}, title[language]),
    element('p', { id: `help-${as}` }, help[language]),
    element(
      'p',
      { class: 'choice' },
      input,
      element('label', { for: `choose-${as}`, class: 'button' }, choose[language]),
      element('span', { id: `names-${as}`, class: 'names' }, names.join(', ') || words.none[language]),
      names.length === 0
        ? null
        : element(
            'button',
            {
              type: 'button',
              id: `take-${as}`,
              class: 'quiet',
              'aria-label': `${words.remove[language]}: ${names.join(', ')}`,
              click: () => acts.take(as),
            },
            words.remove[language],
          ),
    ),
  );
}

function namesOf(as: Step['as'], { zip, policy, beside, language }: PageState): readonly string[] {
  if (as === 'zip') return zip === null ? [] : [`${zip.name} (${tellSize(zip.size, language)})`];
  if (as === 'policy') return policy === null ? [] : [policy.name];
  return beside.map(({ name }) => name);
}

function tellSize(bytes: number, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const unit = language === 'fr' ? 'Mo' : 'MB';
  return `${number.format(Math.max(0.1, bytes / 1_000_000))} ${unit}`;
}
