package io.touchline.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The README that this version was built with, as a page. Rendered each time, which is rare; nothing of it is made before. Any thread. */
@Component
class ReadmePage {

    private static final String FOLDER = "readme/";
    private final PageFiles files;

    ReadmePage(PageFiles files) {
        this.files = files;
    }

    String html() throws IOException {
        List<Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
        Node readme = Parser.builder().extensions(extensions).build().parse(read("README.md"));
        readme.accept(new LinksOfTheService());
        return files.versioned(read("readme.html")).replace("{{text}}", render(readme, extensions));
    }

    private static String render(Node readme, List<Extension> extensions) {
        return HtmlRenderer.builder()
                .extensions(extensions)
                .attributeProviderFactory(context -> ReadmePage::reachable)
                .build()
                .render(readme);
    }

    /** What is wider than the screen can be moved by the keyboard too. */
    private static void reachable(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre") || tag.equals("table")) {
            attributes.put("tabindex", "0");
        }
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
    }

    /** Takes away what leads to files of the project, which the service does not have; those that it serves have another path. */
    private static final class LinksOfTheService extends AbstractVisitor {

        private static final String SERVED = "src/main/resources/static/";

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String to = link.getDestination();
            if (to.startsWith(SERVED)) {
                link.setDestination(to.substring(SERVED.length()));
            } else if (!to.startsWith("#") && !to.contains("://")) {
                leaveText(link);
            }
        }

        private static void leaveText(Link link) {
            for (Node each = link.getFirstChild(); each != null; each = link.getFirstChild()) {
                link.insertBefore(each);
            }
            link.unlink();
        }

        @Override
        public void visit(Image image) {
            image.unlink();
        }
    }
}
