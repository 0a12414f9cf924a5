import assert from 'node:assert/strict';
import * as bedrock from '@aws-sdk/client-bedrock';
import * as runtimeSdk from '@aws-sdk/client-bedrock-runtime';

const modelId = 'amazon.nova-micro-v1:0';
const user = { role: 'user', content: [{ text: 'hi' }] };
const converse = (more) => new runtimeSdk.ConverseCommand({ modelId, messages: [user], ...more });
const toolResult = { toolUseId: 'a', content: [{ text: '1' }] };
const toolsNamed = (name) => ({ tools: [{ toolSpec: { name, inputSchema: { json: {} } } }] });
const toolConfig = toolsNamed('t');

const invalid = {
  'an unknown model': converse({ modelId: 'no.such-model' }),
  'a model that takes profiles only': converse({ modelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0' }),
  'two user turns in a row': converse({ messages: [user, user] }),
  'an assistant that begins': converse({ messages: [{ role: 'assistant', content: [{ text: 'hi' }] }] }),
  'no messages': converse({ messages: [] }),
  'empty content': converse({ messages: [{ role: 'user', content: [] }] }),
  'a tool result without its use': converse({ messages: [{ role: 'user', content: [{ toolResult }] }], toolConfig }),
  'a temperature above its limit': converse({ inferenceConfig: { temperature: 2 } }),
  'more tokens than the model writes': converse({ inferenceConfig: { maxTokens: 999999 } }),
  'a tool with a bad name': converse({ toolConfig: toolsNamed('a b') }),
  'a stream with no messages': new runtimeSdk.ConverseStreamCommand({ modelId, messages: [] }),
  'a native body that is no JSON': new runtimeSdk.InvokeModelCommand({ modelId, body: '{' }),
  'a native body that lacks a member': new runtimeSdk.InvokeModelCommand({ modelId, body: '{}' }),
  'tokens of a profile': new runtimeSdk.CountTokensCommand({
    modelId: `us.${modelId}`,
    input: { converse: { messages: [user] } },
  }),
  'a film without a bucket': new runtimeSdk.StartAsyncInvokeCommand({
    modelId: 'amazon.nova-reel-v1:1',
    modelInput: {},
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 'somewhere' } },
  }),
};

const refusals = Object.entries(invalid).map(([name, command]) => [
  `${name} is a ValidationException`,
  async ({ runtime }) => {
    await assert.rejects(runtime.send(command), (error) => {
      assert.ok(error instanceof runtimeSdk.ValidationException, String(error));
      assert.equal(error.$metadata.httpStatusCode, 400);
      assert.ok(error.message.length > 10);
      return true;
    });
  },
]);

export const tests = {
  ...Object.fromEntries(refusals),

  async 'an unknown guardrail is a ResourceNotFoundException'({ runtime }) {
    const command = new runtimeSdk.ApplyGuardrailCommand({
      guardrailIdentifier: 'nobody',
      guardrailVersion: '1',
      source: 'INPUT',
      content: [{ text: { text: 'hi' } }],
    });

    await assert.rejects(runtime.send(command), runtimeSdk.ResourceNotFoundException);
  },

  async 'the control plane knows the same errors'({ bedrock: client }) {
    await assert.rejects(
      client.send(new bedrock.GetCustomModelCommand({ modelIdentifier: 'nobody' })), bedrock.ResourceNotFoundException);
    await assert.rejects(
      client.send(new bedrock.ListCustomModelsCommand({ maxResults: 0 })), bedrock.ValidationException);
  },
};
