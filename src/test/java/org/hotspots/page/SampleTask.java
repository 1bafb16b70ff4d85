package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** A task from its beginning to its end, on the sample and in a browser that remembers nothing yet. */
@ExtendWith(SharedDemo.class)
abstract class SampleTask {
    Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser();
    }

    @AfterEach
    void closeBrowser() throws IOException {
        browser.assertStayedOn(SharedDemo.origin());
        browser.close();
    }

    void open(String fragment) {
        browser.open(SharedDemo.origin() + "/" + fragment);
        browser.awaitPhase("shown");
    }

    String run() {
        return browser.text("#run-line a");
    }

    /** Names of the listed places, by rank. */
    List<String> places() {
        return texts("#list .pick");
    }

    List<String> texts(String css) {
        return browser.all(css).stream().map(WebElement::getText).toList();
    }

    /** Changes the question and waits for its answer. */
    void ask(Runnable change) {
        String before = run();
        change.run();
        browser.awaitOtherRun(before);
    }

    static HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    /** The text of each page of the brief that the shortlist links to. */
    List<String> brief() throws IOException, InterruptedException {
        HttpResponse<byte[]> brief =
                get(browser.find("#shortlist a[href*='brief.pdf']").getDomProperty("href"));
        assertThat(brief.statusCode()).isEqualTo(200);
        assertThat(brief.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (PDDocument document = Loader.loadPDF(brief.body())) {
            PDFTextStripper stripper = new PDFTextStripper();
            String[] pages = new String[document.getNumberOfPages()];
            for (int i = 0; i < pages.length; i++) {
                stripper.setStartPage(i + 1);
                stripper.setEndPage(i + 1);
                pages[i] = stripper.getText(document);
            }
            return List.of(pages);
        }
    }
}
