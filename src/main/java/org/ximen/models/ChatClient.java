package org.ximen.models;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import org.ximen.meaning.ModelQuestion;

/** Speaks OpenAI's API to one server, over the HTTP client of the JDK, which follows nowhere. */
final class ChatClient {
    private static final int MOST_TOKENS = 1_200;

    private final ModelSettings settings;
    private final Asking asking;

    /** One call, whole or word by word. */
    private interface Asking {
        ChatResponse ask(ChatRequest request);
    }

    ChatClient(ModelSettings settings) {
        this.settings = settings;
        this.asking = settings.stream() ? streaming(settings) : whole(settings);
    }

    private static JdkHttpClientBuilder http() {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .followRedirects(HttpClient.Redirect.NEVER));
    }

    private static Asking whole(ModelSettings settings) {
        var model =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http())
                        .baseUrl(settings.address())
                        .apiKey(settings.key())
                        .modelName(settings.model())
                        .timeout(settings.patience())
                        .maxRetries(0)
                        .temperature(0.0)
                        .maxTokens(MOST_TOKENS)
                        .logRequests(false)
                        .logResponses(false)
                        .build();
        return model::chat;
    }

    private static Asking streaming(ModelSettings settings) {
        var model =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http())
                        .baseUrl(settings.address())
                        .apiKey(settings.key())
                        .modelName(settings.model())
                        .timeout(settings.patience())
                        .temperature(0.0)
                        .maxTokens(MOST_TOKENS)
                        .logRequests(false)
                        .logResponses(false)
                        .build();
        return request -> {
            var gathered = new CompletableFuture<ChatResponse>();
            model.chat(request, new Gathering(gathered));
            return gathered.orTimeout(settings.patience().toMillis(), MILLISECONDS).join();
        };
    }

    /** Nobody sees a word before all of them were checked. */
    private record Gathering(CompletableFuture<ChatResponse> whole)
            implements StreamingChatResponseHandler {
        /** Who waits has gone: no more is wanted. */
        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            if (whole.isDone()) {
                context.streamingHandle().cancel();
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            whole.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            whole.completeExceptionally(error);
        }
    }

    /**
     * Asks and waits.
     *
     * @throws RuntimeException if the server refuses, fails or cannot be reached
     */
    ChatResponse ask(ModelQuestion question) {
        var request =
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from(question.task()),
                                UserMessage.from(question.material()))
                        .responseFormat(format(question))
                        .build();
        return asking.ask(request);
    }

    private ResponseFormat format(ModelQuestion question) {
        return switch (settings.form()) {
            case SCHEMA -> schema(question);
            case OBJECT -> ResponseFormat.JSON;
            case WORDS -> ResponseFormat.TEXT;
        };
    }

    private static ResponseFormat schema(ModelQuestion question) {
        var object = JsonObjectSchema.builder().additionalProperties(false);
        question.parts().forEach(part -> add(object, part));
        object.required(question.parts().stream().map(ModelQuestion.Part::name).toList());
        var schema = JsonSchema.builder().name("answer").rootElement(object.build()).build();
        return ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build();
    }

    private static void add(JsonObjectSchema.Builder object, ModelQuestion.Part part) {
        switch (part.form()) {
            case TEXT -> object.addStringProperty(part.name());
            case FLAG -> object.addBooleanProperty(part.name());
            case CHOICE -> object.addEnumProperty(part.name(), part.choices());
            case NUMBERS ->
                    object.addProperty(
                            part.name(),
                            JsonArraySchema.builder().items(new JsonIntegerSchema()).build());
        }
    }
}
