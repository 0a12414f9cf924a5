import assert from 'node:assert/strict';
import * as bedrock from '@aws-sdk/client-bedrock';
import { collect } from '../lib/suite.mjs';

// Each list, its member in the answer, the get that belongs to it, and how an item of the list names itself.
const kinds = [
  ['InferenceProfiles', 'inferenceProfileSummaries', 'GetInferenceProfile', (item) => ({
    inferenceProfileIdentifier: item.inferenceProfileArn,
  })],
  ['CustomModels', 'modelSummaries', 'GetCustomModel', (item) => ({ modelIdentifier: item.modelArn })],
  ['ImportedModels', 'modelSummaries', 'GetImportedModel', (item) => ({ modelIdentifier: item.modelArn })],
  ['ProvisionedModelThroughputs', 'provisionedModelSummaries', 'GetProvisionedModelThroughput', (item) => ({
    provisionedModelId: item.provisionedModelArn,
  })],
  ['Guardrails', 'guardrails', 'GetGuardrail', (item) => ({ guardrailIdentifier: item.id })],
  ['PromptRouters', 'promptRouterSummaries', 'GetPromptRouter', (item) => ({ promptRouterArn: item.promptRouterArn })],
  ['ModelInvocationJobs', 'invocationJobSummaries', 'GetModelInvocationJob', (item) => ({
    jobIdentifier: item.jobArn,
  })],
];

const reads = kinds.map(([name, member, get, identify]) => [
  `List${name} is read in pages, and each item by ${get}`,
  async ({ bedrock: client }) => {
    const pages = await collect(bedrock[`paginateList${name}`]({ client, pageSize: 2 }, {}));
    const items = pages.flatMap((page) => page[member]);
    assert.ok(pages.length > 1);
    for (const item of items) {
      const details = await client.send(new bedrock[`${get}Command`](identify(item)));
      const created = details.creationTime ?? details.createdAt ?? details.submitTime;
      assert.ok(created instanceof Date);
      assert.equal(details.status ?? details.modelStatus, item.status ?? item.modelStatus);
    }
  },
]);

export const tests = {
  ...Object.fromEntries(reads),

  async 'ListFoundationModels filters'({ bedrock: client }) {
    const all = await client.send(new bedrock.ListFoundationModelsCommand({}));
    const some = await client.send(new bedrock.ListFoundationModelsCommand({ byOutputModality: 'EMBEDDING' }));

    assert.ok(all.modelSummaries.length > some.modelSummaries.length);
    assert.ok(some.modelSummaries.every((model) => model.outputModalities.includes('EMBEDDING')));
  },

  async 'a model and its availability'({ bedrock: client }) {
    const modelId = 'amazon.nova-micro-v1:0';
    const { modelDetails } = await client.send(new bedrock.GetFoundationModelCommand({ modelIdentifier: modelId }));
    const availability = await client.send(new bedrock.GetFoundationModelAvailabilityCommand({ modelId }));

    assert.equal(modelDetails.modelId, modelId);
    assert.equal(modelDetails.modelLifecycle.status, 'ACTIVE');
    assert.equal(availability.authorizationStatus, 'AUTHORIZED');
  },

  async 'filters reach the lists'({ bedrock: client }) {
    const jobs = await client.send(new bedrock.ListModelInvocationJobsCommand({ statusEquals: 'InProgress' }));
    const models = await client.send(new bedrock.ListCustomModelsCommand({
      nameContains: 'triage',
      creationTimeBefore: new Date('2026-01-31'),
      sortOrder: 'Ascending',
    }));
    const versions = await client.send(new bedrock.ListGuardrailsCommand({ guardrailIdentifier: 'local0guard1' }));

    assert.deepEqual(jobs.invocationJobSummaries.map((job) => job.jobName), ['ticket-labels']);
    assert.deepEqual(models.modelSummaries.map((model) => model.modelName), ['incident-triage']);
    assert.deepEqual(versions.guardrails.map((version) => version.version), ['DRAFT', '1']);
  },

  async 'the details of a guardrail have its policies'({ bedrock: client }) {
    const details = await client.send(new bedrock.GetGuardrailCommand({ guardrailIdentifier: 'local0guard1' }));

    assert.equal(details.topicPolicy.topics[0].type, 'DENY');
    assert.equal(details.contentPolicy.filters.length, 6);
    assert.equal(details.sensitiveInformationPolicy.regexes[0].name, 'ticket');
  },
};
