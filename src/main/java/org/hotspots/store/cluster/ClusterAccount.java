package org.hotspots.store.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs are run. They refuse root, so root runs them as an unprivileged account that can reach
 * the data; where none can (a folder below /root, say) in a user namespace of its own, in which root is nobody but still
 * owns its files.
 *
 * @param prefix what stands before a command, such as {@code setpriv --reuid postgres …}
 * @param owner the account that must own the data; empty where that is the account of this process
 */
record ClusterAccount(List<String> prefix, Optional<String> owner) {
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    ClusterAccount {
        prefix = List.copyOf(prefix);
    }

    /** The account to use for the folder: the owner of the data that are there, or the first account that works. */
    static ClusterAccount choose(ClusterFolder folder) throws IOException {
        OptionalInt ownUid = folder.ownUid();
        if (ownUid.isEmpty() || ownUid.getAsInt() != 0) {
            return new ClusterAccount(List.of(), Optional.empty());
        }
        List<ClusterAccount> candidates = Files.isDirectory(folder.data())
                ? List.of(ownerOf(folder.data()))
                : Stream.concat(
                                UNPRIVILEGED.stream()
                                        .filter(account -> exists(folder.root(), account))
                                        .map(ClusterAccount::of),
                                Stream.of(new ClusterAccount(NAMESPACE, Optional.empty())))
                        .toList();
        return candidates.stream()
                .filter(account -> account.reaches(folder.root()))
                .findFirst()
                .orElseThrow(() -> new ClusterException("PostgreSQL does not run as root, and no unprivileged account "
                        + "can reach " + folder.root() + ": choose a folder with --data-dir that others can pass "
                        + "through (such as /var/lib/hotspots), or allow it (chmod o+x on each folder above), "
                        + "or run this program as an ordinary user."));
    }

    private static ClusterAccount ownerOf(Path data) throws IOException {
        return (int) Files.getAttribute(data, "unix:uid") == 0
                ? new ClusterAccount(NAMESPACE, Optional.empty())
                : of(Files.getOwner(data).getName());
    }

    private static ClusterAccount of(String account) {
        return new ClusterAccount(
                List.of("setpriv", "--reuid", account, "--regid", groupOf(account), "--clear-groups"),
                Optional.of(account));
    }

    private static String groupOf(String account) {
        Programs.Result group = Programs.run(List.of("id", "--group", "--name", account));
        return group.succeeded() ? group.text() : account;
    }

    private static boolean exists(Path path, String account) {
        try {
            path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new ClusterException("The accounts of this machine cannot be looked up: " + e, e);
        }
    }

    private boolean reaches(Path folder) {
        return Programs.run(command(List.of("test", "-x", folder.toString()))).succeeded();
    }

    /** The command as this account runs it. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or an empty folder to this account. */
    void give(Path path) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        var lookup = path.getFileSystem().getUserPrincipalLookupService();
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setGroup(lookup.lookupPrincipalByGroupName(groupOf(owner.get())));
        view.setOwner(lookup.lookupPrincipalByName(owner.get()));
    }
}
