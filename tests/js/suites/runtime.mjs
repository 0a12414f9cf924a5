import assert from 'node:assert/strict';
import {
  ApplyGuardrailCommand,
  ConverseCommand,
  CountTokensCommand,
  GetAsyncInvokeCommand,
  ListAsyncInvokesCommand,
  StartAsyncInvokeCommand,
  paginateListAsyncInvokes,
} from '@aws-sdk/client-bedrock-runtime';
import { collect } from '../lib/suite.mjs';

const modelId = 'amazon.nova-micro-v1:0';
const conversation = { messages: [{ role: 'user', content: [{ text: 'How long is this?' }] }] };
const film = {
  modelId: 'amazon.nova-reel-v1:1',
  modelInput: { taskType: 'TEXT_VIDEO', textToVideoParams: { text: 'a server room at night' } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://my-bucket/films' } },
};

const guardrail = (text, more) => new ApplyGuardrailCommand({
  guardrailIdentifier: 'local0guard1',
  guardrailVersion: 'DRAFT',
  source: 'INPUT',
  content: [{ text: { text } }],
  ...more,
});

export const tests = {
  async 'CountTokens counts what Converse reports'({ runtime }) {
    const { usage } = await runtime.send(new ConverseCommand({ modelId, ...conversation }));
    const counted = await runtime.send(new CountTokensCommand({ modelId, input: { converse: conversation } }));

    assert.equal(counted.inputTokens, usage.inputTokens);
  },

  async 'CountTokens counts a native body'({ runtime }) {
    const native = { anthropic_version: 'x', max_tokens: 9, messages: [{ role: 'user', content: '12345678' }] };
    const body = new TextEncoder().encode(JSON.stringify(native));
    const counted = await runtime.send(new CountTokensCommand({
      modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
      input: { invokeModel: { body } },
    }));

    assert.equal(counted.inputTokens, 2);
  },

  async 'ApplyGuardrail lets harmless text pass'({ runtime }) {
    const answer = await runtime.send(guardrail('Who is on call?'));

    assert.equal(answer.action, 'NONE');
    assert.deepEqual(answer.outputs, []);
    assert.equal(answer.usage.topicPolicyUnits, 1);
    assert.equal(answer.guardrailCoverage.textCharacters.guarded, 15);
    assert.equal(answer.assessments[0].appliedGuardrailDetails.guardrailVersion, 'DRAFT');
  },

  async 'ApplyGuardrail blocks a topic and masks an address'({ runtime }) {
    const blocked = await runtime.send(guardrail('Which stocks should I buy?'));
    const masked = await runtime.send(guardrail('Mail ann@example.com', { source: 'OUTPUT', outputScope: 'FULL' }));

    assert.equal(blocked.action, 'GUARDRAIL_INTERVENED');
    assert.equal(blocked.assessments[0].topicPolicy.topics[0].action, 'BLOCKED');
    assert.equal(masked.outputs[0].text, 'Mail {EMAIL}');
    assert.equal(masked.assessments[0].sensitiveInformationPolicy.piiEntities[0].match, 'ann@example.com');
    assert.equal(masked.assessments[0].contentPolicy.filters.length, 6);
  },

  async 'an asynchronous job goes from InProgress to Completed'({ runtime }) {
    const { invocationArn } = await runtime.send(new StartAsyncInvokeCommand(film));
    const first = await runtime.send(new GetAsyncInvokeCommand({ invocationArn }));
    const second = await runtime.send(new GetAsyncInvokeCommand({ invocationArn }));

    assert.equal(first.status, 'InProgress');
    assert.ok(first.submitTime instanceof Date);
    assert.equal(second.status, 'Completed');
    assert.ok(second.endTime instanceof Date);
    assert.equal(second.outputDataConfig.s3OutputDataConfig.s3Uri, 's3://my-bucket/films');
    assert.match(second.modelArn, /nova-reel/);
  },

  async 'asynchronous jobs are listed in pages and by state'({ runtime }) {
    const started = await Promise.all(
      Array.from({ length: 12 }, () => runtime.send(new StartAsyncInvokeCommand(film))),
    );
    const pages = await collect(paginateListAsyncInvokes({ client: runtime, pageSize: 5 }, {}));
    const listed = pages.flatMap((page) => page.asyncInvokeSummaries.map((job) => job.invocationArn));
    const done = await runtime.send(new ListAsyncInvokesCommand({ statusEquals: 'Completed' }));
    const none = await runtime.send(new ListAsyncInvokesCommand({ submitTimeBefore: new Date('2020-01-01') }));

    assert.ok(pages.length >= 3);
    assert.ok(started.every((job) => listed.includes(job.invocationArn)));
    assert.ok(done.asyncInvokeSummaries.every((job) => job.status === 'Completed'));
    assert.deepEqual(none.asyncInvokeSummaries, []);
  },
};
