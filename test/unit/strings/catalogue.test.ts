/** @file The catalogue in another language, in none that there is, and in the one that nobody speaks. */
import { expect, test } from 'vitest';
import { catalogueIn, filled } from '../../../strings/catalogue';
import { ENGLISH, knownLocale, spokenIn } from '../../../strings/chosen';
import * as en from '../../../strings/en';
import * as chosen from '../../../strings';
import { languageFor } from '../../../strings/languages';
import { PSEUDO, pseudo, unbracketed } from '../../../strings/pseudo';

test('the window has every room of the catalogue', () => {
  expect(Object.keys(chosen).sort()).toEqual(Object.keys(en).sort());
});

test('what a translation lacks is said in English, word by word', () => {
  const count = (images: number) => `${images} images`;
  const words = { app: { name: 'Studio', close: 'Close', steps: ['one', 'two'], count }, work: { go: 'Go' } };
  const german = {
    app: { close: 'Schließen', steps: ['eins'], count: (images: number) => `${images} Bilder` },
  };
  const both = filled(words, german);
  expect(both.app).toMatchObject({ name: 'Studio', close: 'Schließen', steps: ['eins'] });
  expect(both.app.count(3)).toBe('3 Bilder');
  expect(both.work.go).toBe('Go');
});

test('a language that there is not is English', () => {
  expect(catalogueIn('tlh').app.close).toBe(en.app.close);
  expect(languageFor(['tlh', 'en_US'])).toBe(ENGLISH);
  expect(languageFor([])).toBe(ENGLISH);
});

test('in the language that nobody speaks all texts are in brackets, those of functions and lists too', () => {
  const { app, joining, status } = catalogueIn(PSEUDO);
  expect(app.close).toBe('⟦Close~~⟧');
  expect(unbracketed(app.couldNot.open)).toBe('');
  expect(unbracketed(status.reading(3, 9))).toBe('');
  expect(joining.columns.map(unbracketed).join('')).toBe('');
  expect(pseudo('')).toBe('');
});

test('only what stands outside of brackets is told, however they lie', () => {
  expect(unbracketed('a ⟦b ⟦c⟧ d⟧ e')).toBe('a  e');
});

test('language and locale come from the page’s address, and what is not known there is English', () => {
  expect(spokenIn('?language=en-XA&locale=de-DE')).toEqual({ language: 'en-XA', locale: 'de-DE' });
  expect(spokenIn('')).toEqual({ language: ENGLISH, locale: ENGLISH });
  expect(knownLocale('not a tag!')).toBe(ENGLISH);
  expect(knownLocale('')).toBe(ENGLISH);
});
