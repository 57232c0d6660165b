import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, id } from '../http/fields.js';

export const unitView = z.object({
  id,
  code: z.string(),
  level: z.enum(['country', 'province', 'district', 'commune']),
  fullName: z.string(),
  parentId: z.nullable(id),
  validFrom: calendarDate,
  validTo: z.nullable(calendarDate),
});

export const organisationView = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  unitId: id,
  unitName: z.string(),
});

export const listUnits = defineEndpoint({
  id: 'unit.list',
  method: 'GET',
  path: '/api/units',
  summary: 'Administrative units within one’s scope on a day, found by present or old name',
  query: z.object({
    on: z.optional(calendarDate),
    search: z.optional(z.string().check(z.maxLength(100))),
    level: z.optional(z.enum(['country', 'province', 'district', 'commune'])),
  }),
  response: z.object({ units: z.array(unitView) }),
});

export const listOrganisations = defineEndpoint({
  id: 'organisation.list',
  method: 'GET',
  path: '/api/organisations',
  summary: 'Organisations within one’s scope',
  query: z.object({
    kind: z.optional(z.string().check(z.maxLength(40))),
    search: z.optional(z.string().check(z.maxLength(100))),
  }),
  response: z.object({ organisations: z.array(organisationView) }),
});
